#include "library_pane.h"

#include "../language.h"
#include "../progress.h"
#include "lesson_list.h"

#include <QAccessible>
#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr double spokenColumns = 100; ///< of a passage, for a screen reader

struct Group {
    const char* id;
    const char* name;
};

constexpr std::array<Group, 14> groups{{
    {"gil", QT_TRANSLATE_NOOP("Groups", "GIL")},
    {"locks", QT_TRANSLATE_NOOP("Groups", "Locks")},
    {"mutex", QT_TRANSLATE_NOOP("Groups", "Locks")},
    {"deadlock", QT_TRANSLATE_NOOP("Groups", "Deadlock")},
    {"threads", QT_TRANSLATE_NOOP("Groups", "Threads")},
    {"sync", QT_TRANSLATE_NOOP("Groups", "Synchronisation")},
    {"processes", QT_TRANSLATE_NOOP("Groups", "Processes and pools")},
    {"pool", QT_TRANSLATE_NOOP("Groups", "Processes and pools")},
    {"ipc", QT_TRANSLATE_NOOP("Groups", "Communication")},
    {"io", QT_TRANSLATE_NOOP("Groups", "I/O multiplexing")},
    {"iomux", QT_TRANSLATE_NOOP("Groups", "I/O multiplexing")},
    {"async", QT_TRANSLATE_NOOP("Groups", "Coroutines")},
    {"network", QT_TRANSLATE_NOOP("Groups", "Network")},
    {"other", QT_TRANSLATE_NOOP("Groups", "Other")},
}};

} // namespace

QString groupName(const std::string& group)
{
    for (const Group& known : groups)
        if (group == known.id)
            return QCoreApplication::translate("Groups", known.name);
    return QString::fromStdString(group);
}

LibraryPane::LibraryPane(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_found(new QLabel(this)), m_list(new LessonList(this)),
      m_delegate(new LessonDelegate(m_list)), m_summary(new QLabel(this)), m_reset(new QToolButton(this))
{
    setObjectName("library");
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName("search");
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName("lessons");
    m_list->setItemDelegate(m_delegate);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 14, 12, 8);
    layout->setSpacing(6);
    m_found->setObjectName("searchFound");
    m_found->setWordWrap(true);
    m_found->hide();
    layout->addWidget(m_search);
    layout->addWidget(m_found);
    layout->addWidget(m_list);
    m_summary->setObjectName("progressSummary");
    m_summary->setWordWrap(true);
    m_reset->setObjectName("resetProgress");
    m_reset->setAutoRaise(true);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_reset);
    layout->addLayout(foot);
    connect(m_reset, &QToolButton::clicked, this, &LibraryPane::askForReset);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPane::fill);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const QListWidgetItem* best = firstLesson())
            choose(best);
    });
    connect(m_list, &QListWidget::itemClicked, this, &LibraryPane::choose);
    connect(m_list, &QListWidget::itemActivated, this, &LibraryPane::choose);
    retranslate();
}

void LibraryPane::setEntries(std::vector<LibraryEntry> entries)
{
    m_entries = std::move(entries);
    m_index.reset();
    fill();
}

void LibraryPane::setProgress(Progress* progress)
{
    m_progress = progress;
    connect(progress, &Progress::changed, this, &LibraryPane::showProgress);
}

/// Marks each lesson with the part of its cues that has been seen, and sums up below.
void LibraryPane::showProgress()
{
    if (m_progress == nullptr)
        return;
    const ProgressSum sum = m_progress->sum();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const LessonProgress& progress = m_progress->of(item->data(IdRole).toString());
        const int cues = item->data(CountRole).toInt();
        const int seen = std::min(static_cast<int>(progress.seen.size()), cues);
        item->setData(SeenRole, cues == 0 ? 0.0 : double(seen) / cues);
        if (cues == 0)
            continue;
        QStringList done{tr("%1 of %2 cues seen").arg(seen).arg(cues)};
        if (!progress.goals.empty())
            done.append(tr("%n goal(s) reached", nullptr, static_cast<int>(progress.goals.size())));
        const QString words = done.join(tr(", "));
        item->setData(Qt::AccessibleDescriptionRole, words);
        item->setToolTip(item->data(TipRole).toString() + u'\n' + words);
    }
    m_summary->setText(inWords(sum));
    m_summary->setVisible(!sum.isNothing());
    m_reset->setVisible(!sum.isNothing());
}

QString LibraryPane::inWords(const ProgressSum& sum)
{
    QStringList parts{tr("%n lesson(s) begun", nullptr, sum.begun)};
    if (sum.predicted > 0)
        parts.append(tr("%1 of %n prediction(s) right", nullptr, sum.predicted).arg(sum.right));
    if (sum.goals > 0)
        parts.append(tr("%n goal(s) reached", nullptr, sum.goals));
    return parts.join(tr(", "));
}

/// Nothing is forgotten by a slip: Enter and Esc keep it all.
void LibraryPane::askForReset()
{
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("Forget progress"),
        tr("Forget all progress (%1)? It can't be brought back.").arg(inWords(m_progress->sum())),
        QMessageBox::NoButton, this);
    box->setObjectName("forgetProgress");
    QPushButton* forget = box->addButton(tr("Forget"), QMessageBox::DestructiveRole);
    QPushButton* keep = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    forget->setObjectName("forget");
    forget->setAutoDefault(false);
    keep->setObjectName("keep");
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this, [this, forget](const QAbstractButton* button) {
        if (button == forget)
            m_progress->reset();
    });
    box->open();
}

void LibraryPane::setLook(const Look& look)
{
    m_look = look;
    m_delegate->setLook(look);
    fill();
}

void LibraryPane::setCurrent(const std::string& id)
{
    m_current = id;
    m_list->setCurrentItem(nullptr);
    for (int row = 0; row < m_list->count(); ++row)
        if (!id.empty() && m_list->item(row)->data(IdRole).toString().toStdString() == id)
            m_list->setCurrentRow(row);
}

void LibraryPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryPane::choose(const QListWidgetItem* item)
{
    const QString id = item->data(IdRole).toString();
    const QVariant hit = item->data(HitRole);
    if (id.isEmpty())
        return;
    if (hit.isValid() && m_hits[hit.toULongLong()].passage) {
        const Place place = m_hits[hit.toULongLong()].passage->place; // what is opened may fill the list anew
        emit placeChosen(id, place);
    } else {
        emit chosen(id);
    }
}

QListWidgetItem* LibraryPane::firstLesson() const
{
    for (int row = 0; row < m_list->count(); ++row)
        if (!m_list->item(row)->data(HeadingRole).toBool())
            return m_list->item(row);
    return nullptr;
}

void LibraryPane::goToList()
{
    if (QListWidgetItem* first = firstLesson()) {
        m_list->setCurrentItem(first);
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

/// Down from the field to the lessons and up again; Esc forgets what was searched for, and the window goes
/// back to the stage.
void LibraryPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        m_search->clear();
    if (event->key() == Qt::Key_Down && m_search->hasFocus())
        return goToList();
    if (event->key() == Qt::Key_Up && m_list->hasFocus())
        return focusSearch();
    event->ignore();
}

QListWidgetItem* LibraryPane::addLesson(const LibraryEntry& entry)
{
    auto* item = new QListWidgetItem(m_list);
    item->setData(IdRole, QString::fromStdString(entry.folder.id));
    item->setData(BrokenRole, entry.lesson == nullptr);
    if (entry.lesson == nullptr) {
        item->setText(QString::fromStdString(entry.folder.id));
        item->setToolTip(tr("This lesson has mistakes."));
        return item;
    }
    const auto language = static_cast<std::size_t>(m_look.language);
    const lesson::Text& text = entry.lesson->texts[language];
    item->setText(QString::fromStdString(text.title));
    const auto cues = static_cast<int>(text.cues.size());
    item->setData(CountRole, QString::number(cues));
    item->setData(CountWordsRole, tr("%n cue(s)", nullptr, cues));
    item->setData(TipRole, tr("Lesson %1, %n cue(s)", nullptr, cues).arg(entry.order()));
    item->setData(Qt::AccessibleTextRole, item->text() + u' ' + item->data(TipRole).toString());
    return item;
}

void LibraryPane::fill()
{
    m_list->clear();
    m_hits.clear();
    const QString wanted = m_search->text().trimmed();
    m_found->setVisible(!wanted.isEmpty());
    wanted.isEmpty() ? fillGroups() : fillHits(wanted);
    m_search->setAccessibleDescription(m_found->isHidden() ? QString() : m_found->text());
    if (wanted.isEmpty())
        setCurrent(m_current);
    else
        m_list->setCurrentItem(firstLesson()); // which Enter opens
    showProgress();
}

void LibraryPane::fillGroups()
{
    QString heading;
    for (const LibraryEntry& entry : m_entries) {
        const QString group = groupName(entry.metadata() != nullptr ? entry.metadata()->group : "other");
        if (group != heading) {
            auto* item = new QListWidgetItem(group, m_list);
            item->setFlags(Qt::NoItemFlags);
            item->setData(HeadingRole, true);
            heading = group;
        }
        addLesson(entry);
    }
}

void LibraryPane::fillHits(const QString& query)
{
    if (!m_index)
        m_index.emplace(m_entries);
    m_hits = m_index->find(query, m_look.language);
    for (std::size_t i = 0; i < m_hits.size(); ++i)
        addHit(i);
    m_found->setText(m_hits.empty()
                         ? tr("Nothing has all of this in it. Try fewer words, part of one, or a name from "
                              "the code.")
                         : tr("%n lesson(s) found", nullptr, static_cast<int>(m_hits.size())));
    QAccessibleEvent told(m_found, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&told);
}

void LibraryPane::addHit(std::size_t hit)
{
    const Hit& found = m_hits[hit];
    const LibraryEntry& entry = m_entries[found.entry];
    QListWidgetItem* item = addLesson(entry);
    item->setData(HitRole, static_cast<qulonglong>(hit));
    item->setData(TitleRole, QVariant::fromValue(MarkedText{item->text(), found.title}));
    if (!found.passage || entry.lesson == nullptr)
        return;
    const QString where = nameOf(found.passage->place, *entry.lesson);
    const QString words = excerpt(found.passage->text, spokenColumns, columns).text;
    item->setData(WhereRole, where);
    item->setData(PassageRole, QVariant::fromValue(found.passage->text));
    item->setData(Qt::AccessibleTextRole, tr("%1, %2: %3").arg(item->text(), where, words));
    item->setData(TipRole,
                  tr("%1: %2").arg(where, excerpt(found.passage->text, 4 * spokenColumns, columns).text));
}

void LibraryPane::retranslate()
{
    m_reset->setText(tr("Forget…"));
    m_reset->setToolTip(tr("Forget what you have seen, predicted and reached"));
    m_reset->setAccessibleName(m_reset->toolTip());
    m_search->setPlaceholderText(tr("Search topics or code"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setToolTip(
        tr("Titles, questions, answers, cues and code, in English and Chinese (%1)").arg(u"/"_s));
    m_list->setAccessibleName(tr("Lessons"));
    fill();
}

void LibraryPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace il::app
