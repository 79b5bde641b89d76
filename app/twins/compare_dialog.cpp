#include "compare_dialog.h"

#include "../language.h"
#include "../picture.h"
#include "../window/parameter_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int choiceRole = Qt::UserRole;

const QStringList& versions()
{
    static const QStringList known{u"2.7"_s,  u"3.2"_s,  u"3.9"_s,  u"3.10"_s,
                                   u"3.11"_s, u"3.12"_s, u"3.13"_s, u"3.13t"_s};
    return known;
}

/// What was typed, as the kind of value that the parameter has; its text when it isn't one, which prepare()
/// then refuses.
lesson::Value valueOf(const lesson::Parameter& parameter, const QString& text)
{
    bool fine = false;
    if (std::holds_alternative<bool>(parameter.value)) {
        if (text == "True"_L1 || text == "False"_L1)
            return text == "True"_L1;
    } else if (std::holds_alternative<std::int64_t>(parameter.value)) {
        if (const qlonglong whole = text.toLongLong(&fine); fine)
            return static_cast<std::int64_t>(whole);
    } else if (std::holds_alternative<double>(parameter.value)) {
        if (const double real = text.toDouble(&fine); fine)
            return real;
    }
    return text.toStdString();
}

std::string titleText(const lesson::Lesson& lesson, scene::Language language)
{
    return lesson.texts[static_cast<std::size_t>(language)].title;
}

} // namespace

std::vector<RunChoice> choicesBeside(const RunChoice& own, const std::vector<LibraryEntry>& library)
{
    std::vector<RunChoice> choices;
    const std::size_t count = own.lesson->scripts.size();
    // The next script first: broken is followed by mended.
    for (std::size_t i = 1; i < count; ++i)
        choices.push_back({own.lesson, (own.script + i) % count, {}});
    choices.push_back({own.lesson, own.script, own.options});
    for (const LibraryEntry& entry : library) {
        if (entry.lesson == nullptr || entry.lesson->id == own.lesson->id)
            continue;
        for (std::size_t i = 0; i < entry.lesson->scripts.size(); ++i)
            choices.push_back({entry.lesson, i, {}});
    }
    return choices;
}

CompareDialog::CompareDialog(RunChoice own, const std::vector<LibraryEntry>& library, const Look& look,
                             QWidget* parent)
    : QDialog(parent), m_own(std::move(own)), m_choices(choicesBeside(m_own, library)), m_look(look)
{
    setObjectName("compareDialog");
    setWindowTitle(tr("Compare with…"));
    resize(620, 600);
    m_search = new QLineEdit(this);
    m_search->setObjectName("compareSearch");
    m_search->setPlaceholderText(tr("Search lessons and scripts"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setObjectName("compareList");
    m_list->setAccessibleName(tr("What to compare with"));
    m_problem = new QLabel(this);
    m_problem->setObjectName("compareProblem");
    m_problem->setProperty("kind", "wrong");
    m_problem->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    m_compare = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    m_compare->setObjectName("compareStart");
    m_compare->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName("compareCancel");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    column->addWidget(new QLabel(tr("Beside “%1”:").arg(nameOf(m_own)), this));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(makeOptions());
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &CompareDialog::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &CompareDialog::showOptions);
    connect(m_list, &QListWidget::itemActivated, m_compare, &QPushButton::click);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        emit chosen(choice());
        accept();
    });
    fill();
    m_list->setFocus();
}

QWidget* CompareDialog::makeOptions()
{
    auto* box = new QWidget(this);
    m_form = new QFormLayout(box);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_python = new QComboBox(box);
    m_python->setObjectName("comparePython");
    m_python->addItems(versions());
    m_cores = new QSpinBox(box);
    m_cores->setObjectName("compareCores");
    m_cores->setRange(1, maxCores);
    m_seed = new QSpinBox(box);
    m_seed->setObjectName("compareSeed");
    m_seed->setRange(0, 1'000'000'000);
    m_seed->setSpecialValueText(tr("the lesson's own"));
    m_form->addRow(u"CPython"_s, m_python);
    m_form->addRow(tr("Cores"), m_cores);
    m_form->addRow(tr("Seed"), m_seed);
    m_python->setAccessibleName(u"CPython"_s);
    m_cores->setAccessibleName(tr("Cores"));
    m_seed->setAccessibleName(tr("Seed"));
    connect(m_python, &QComboBox::currentTextChanged, this, &CompareDialog::showProblem);
    connect(m_cores, &QSpinBox::valueChanged, this, &CompareDialog::showProblem);
    connect(m_seed, &QSpinBox::valueChanged, this, &CompareDialog::showProblem);
    return box;
}

QString CompareDialog::nameOf(const RunChoice& choice) const
{
    const QString lesson = QString::fromStdString(titleText(*choice.lesson, m_look.language));
    const QString title = titleOf(*choice.lesson, choice.script, m_look.language);
    const QString file = QString::fromStdString(choice.lesson->scripts[choice.script].name) + u".py"_s;
    return title == lesson ? u"%1 (%2)"_s.arg(lesson, file) : u"%1: %2 (%3)"_s.arg(lesson, title, file);
}

void CompareDialog::fill()
{
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const bool same = m_choices[i].lesson == m_own.lesson && m_choices[i].script == m_own.script;
        auto* item = new QListWidgetItem(
            same ? tr("The same script, made otherwise (%1)")
                       .arg(QString::fromStdString(m_own.lesson->scripts[m_own.script].name) + u".py"_s)
                 : nameOf(m_choices[i]),
            m_list);
        item->setData(choiceRole, QVariant::fromValue(static_cast<qulonglong>(i)));
    }
    m_list->setCurrentRow(0);
}

void CompareDialog::filter(const QString& text)
{
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
        if (first < 0 && !item->isHidden())
            first = i;
    }
    if (m_list->currentItem() == nullptr || m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}

void CompareDialog::showOptions()
{
    for (auto& [parameter, field] : m_parameters)
        m_form->removeRow(field);
    m_parameters.clear();
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return showProblem();
    const RunChoice& wanted = m_choices[item->data(choiceRole).toULongLong()];
    const lesson::Metadata& metadata = wanted.lesson->scripts[wanted.script].metadata;
    m_python->setCurrentText(QString::fromStdString(wanted.options.python.value_or(metadata.python)));
    m_cores->setValue(wanted.options.cores.value_or(metadata.cores));
    const std::string schedule = wanted.options.schedule.value_or("");
    m_seed->setValue(schedule.rfind("seed:", 0) == 0 ? QString::fromStdString(schedule.substr(5)).toInt()
                                                     : 0);
    for (const lesson::Parameter& parameter : metadata.parameters) {
        const auto own = wanted.options.parameters.find(parameter.name);
        auto* field = new QLineEdit(
            textOf(own != wanted.options.parameters.end() ? own->second : parameter.value), this);
        field->setObjectName(u"compare_"_s + QString::fromStdString(parameter.name));
        QString label = pick(parameter.label, m_look.language);
        if (label.isEmpty())
            label = QString::fromStdString(parameter.name);
        field->setAccessibleName(label);
        m_form->addRow(label, field);
        m_parameters.emplace_back(parameter, field);
        connect(field, &QLineEdit::textChanged, this, &CompareDialog::showProblem);
    }
    showProblem();
}

RunChoice CompareDialog::choice() const
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return m_own;
    RunChoice made = m_choices[item->data(choiceRole).toULongLong()];
    const lesson::Metadata& metadata = made.lesson->scripts[made.script].metadata;
    RunOptions& options = made.options;
    // Only what is otherwise than the lesson says counts as an option.
    const std::string python = m_python->currentText().toStdString();
    options.python = python == metadata.python ? std::nullopt : std::optional(python);
    options.cores = m_cores->value() == metadata.cores ? std::nullopt : std::optional(m_cores->value());
    if (m_seed->value() > 0)
        options.schedule = "seed:" + std::to_string(m_seed->value());
    else if (options.schedule && options.schedule->rfind("seed:", 0) == 0)
        options.schedule.reset();
    options.parameters.clear();
    for (const auto& [parameter, field] : m_parameters)
        if (const lesson::Value value = valueOf(parameter, field->text().trimmed()); value != parameter.value)
            options.parameters[parameter.name] = value;
    return made;
}

void CompareDialog::showProblem()
{
    QString problem;
    const RunChoice made = choice();
    const bool isOwn = m_list->currentItem() != nullptr && made == m_own;
    if (m_list->currentItem() == nullptr)
        problem = tr("Nothing is called so.");
    else if (isOwn)
        problem = tr("That is the run itself. Change one of its values, or choose another script.");
    else if (const auto ready = prepare(made.lesson->scripts[made.script].metadata, made.options); !ready)
        problem = ready.error();
    m_problem->setProperty("kind",
                           isOwn ? "quiet" : "wrong"); // nothing is wrong yet: something is left to say
    m_problem->style()->polish(m_problem);
    m_problem->setText(problem);
    m_compare->setEnabled(problem.isEmpty());
}

} // namespace il::app
