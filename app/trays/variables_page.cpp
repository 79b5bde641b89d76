#include "variables_page.h"

#include "quiet_delegate.h"

#include "scene/parts.h"
#include "trace/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace il::app {
using namespace trace;
using namespace Qt::StringLiterals;

namespace {

enum Column : int { Name, Value, By, Note };
constexpr int keyRole = Qt::UserRole;

QString valueOf(const Trace& trace, const DataValue& value)
{
    return QString::fromStdString(valueText(trace, value));
}

QString stringOf(const Trace& trace, StringId id)
{
    const std::string_view text = trace.string(id);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool hasChanged(const View& now, const View& before, VariableId id)
{
    return id >= before.variables.size() || now.variables[id].version != before.variables[id].version;
}

bool hadCopy(const View& before, ThreadId thread, const PrivateCopy& copy)
{
    if (thread >= before.threads.size())
        return false;
    const auto& copies = before.threads[thread].copies;
    return std::find(copies.begin(), copies.end(), copy) != copies.end();
}

} // namespace

VariablesPage::VariablesPage(QWidget* parent)
    : TrayPage(parent), m_tree(new QTreeWidget(this)), m_hint(new QLabel(this))
{
    setObjectName("variablesPage");
    m_tree->setObjectName("variables");
    m_tree->setProperty("kind", "log");
    m_tree->setItemDelegate(new QuietDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setColumnCount(4);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_tree->header()->setStretchLastSection(true);
    m_hint->setObjectName("variablesHint");
    m_hint->setProperty("kind", "hint");
    m_hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_tree, 1);
    column->addWidget(m_hint);
    connect(m_tree, &QTreeWidget::itemCollapsed, this,
            [this](const QTreeWidgetItem* item) { m_closed.insert(item->data(Name, keyRole).toString()); });
    connect(m_tree, &QTreeWidget::itemExpanded, this,
            [this](const QTreeWidgetItem* item) { m_closed.remove(item->data(Name, keyRole).toString()); });
    for (const auto& [section, width] : {std::pair{Name, 230}, {Value, 200}, {By, 220}})
        m_tree->header()->resizeSection(section, width);
}

void VariablesPage::takeFocus()
{
    m_tree->setFocus();
}

void VariablesPage::setRun(const RunPtr& run)
{
    if (run == m_run)
        return;
    m_run = run;
    m_step = SIZE_MAX;
    m_closed.clear();
    m_tree->clear();
}

void VariablesPage::setLook(const Look& look)
{
    m_look = look;
    m_tree->setHeaderLabels({tr("Name"), tr("Value"), tr("By"), tr("Remarks")});
    m_tree->setAccessibleName(tr("Variables at the moment shown"));
    m_hint->setText(
        tr("A run records what threads share, their copies of it and the locals that carry these; other "
           "locals aren't recorded."));
    rebuild();
}

void VariablesPage::showMoment(const Moment& moment)
{
    if (std::exchange(m_step, moment.step) != moment.step)
        rebuild();
}

QString VariablesPage::nameOf(VariableId id) const
{
    const auto variables = m_run->trace().variables();
    return id < variables.size() ? stringOf(m_run->trace(), variables[id].name) : u"?"_s;
}

QTreeWidgetItem* VariablesPage::addGroup(const QString& key, const QStringList& texts)
{
    auto* group = new QTreeWidgetItem(m_tree, texts);
    group->setData(Name, keyRole, key);
    QFont bold = font();
    bold.setBold(true);
    group->setFont(Name, bold);
    return group;
}

void VariablesPage::addRow(QTreeWidgetItem* group, const QStringList& texts, bool changed, bool bad)
{
    auto* row = new QTreeWidgetItem(group, texts);
    const scene::Theme& theme = m_look.colours();
    if (bad)
        row->setForeground(Note, theme.readable(theme.bad));
    if (!changed)
        return;
    QFont bold = font();
    bold.setBold(true);
    for (const int column : {Name, Value, By, Note})
        row->setBackground(column, theme.tint(theme.accent));
    row->setFont(Value, bold);
}

void VariablesPage::addShared(const View& now, const View& before)
{
    const Trace& trace = m_run->trace();
    QTreeWidgetItem* group = nullptr;
    for (VariableId id = 0; id < now.variables.size(); ++id) {
        const VariableView& variable = now.variables[id];
        if (!variable.written || id >= trace.variables().size() || !trace.variables()[id].shared)
            continue;
        if (group == nullptr)
            group = addGroup(u"shared"_s, {tr("Shared by threads")});
        const bool changed = hasChanged(now, before, id);
        QStringList remarks;
        if (changed)
            remarks.append(tr("just written"));
        if (variable.lostUpdates > 0)
            remarks.append(tr("lost updates: %1").arg(variable.lostUpdates));
        const QString writer =
            variable.lastWriter == noThread ? QString() : scene::threadLabel(trace, now, variable.lastWriter);
        addRow(group,
               {nameOf(id), valueOf(trace, variable.value),
                tr("%1, write no. %2").arg(writer).arg(variable.version), remarks.join(u" · "_s)},
               changed, variable.lostUpdates > 0);
    }
}

void VariablesPage::addThread(const View& now, const View& before, ThreadId id)
{
    const Trace& trace = m_run->trace();
    const ThreadView& thread = now.threads[id];
    const QString place = thread.stack.empty() ? QString() : stringOf(trace, thread.stack.back()) + u"()"_s;
    const QString line = thread.line == 0 ? QString() : tr("line %1").arg(thread.line);
    QTreeWidgetItem* group =
        addGroup(u"thread/%1"_s.arg(id), {scene::threadLabel(trace, now, id), place, line, {}});
    group->setForeground(Name, m_look.colours().readable(m_look.colours().thread(id)));
    for (const PrivateCopy& copy : thread.copies) {
        QStringList remarks;
        const bool isNew = !hadCopy(before, id, copy);
        if (copy.stale)
            remarks.append(tr("out of date: a write now loses an update"));
        if (isNew && !copy.stale)
            remarks.append(tr("just read or set"));
        addRow(group,
               {tr("copy of %1").arg(nameOf(copy.variable)), valueOf(trace, copy.value),
                tr("of write no. %1").arg(copy.version), remarks.join(u" · "_s)},
               isNew, copy.stale);
        if (copy.local)
            addRow(group,
                   {nameOf(*copy.local), valueOf(trace, copy.localValue), tr("made from the copy"), {}},
                   isNew);
    }
    for (const ObjectId held : thread.holds)
        if (held < trace.objects().size())
            addRow(group, {stringOf(trace, trace.objects()[held].name), tr("held"), {}, {}}, false);
}

void VariablesPage::rebuild()
{
    if (m_run == nullptr || m_step == SIZE_MAX)
        return;
    const View now = m_run->trace().atStep(m_step);
    const View before = m_run->trace().atStep(m_step == 0 ? 0 : m_step - 1);
    const QSignalBlocker quiet(m_tree);
    m_tree->setUpdatesEnabled(false);
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_tree->clear();
    addShared(now, before);
    for (std::size_t id = 0; id < now.threads.size(); ++id) {
        const ThreadState state = now.threads[id].state;
        if (!now.threads[id].service && state != ThreadState::New && state != ThreadState::Done)
            addThread(now, before, static_cast<ThreadId>(id));
    }
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        group->setExpanded(!m_closed.contains(group->data(Name, keyRole).toString()));
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
    m_tree->setUpdatesEnabled(true);
}

} // namespace il::app
