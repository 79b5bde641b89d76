#include "qa_pane.h"

#include "../language.h"
#include "../scheduler/goal_list.h"
#include "flow_layout.h"
#include "library_pane.h"
#include "prediction_box.h"
#include "rich_text.h"

#include "lesson/figures.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// While the run is still under way there are no figures yet.
QString withoutFigures(const std::string& markdown)
{
    return QString::fromStdString(
        lesson::withFigures(markdown, [](std::string_view) { return std::string("…"); }));
}

} // namespace

QaPane::QaPane(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_scroll(new QScrollArea(this)), m_inside(new QWidget)
{
    setObjectName("qa");
    setAttribute(Qt::WA_StyledBackground);
    m_inside->setObjectName("qaInside");
    m_scroll->setObjectName("qaScroll");
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::TabFocus);
    m_scroll->setWidget(m_inside);
    auto* frame = new QVBoxLayout(this);
    frame->setContentsMargins(1, 0, 0, 0);
    frame->addWidget(m_scroll);

    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    m_question = addLabel("question");
    m_tags = new QWidget(m_inside);
    new FlowLayout(m_tags, 6);
    column->addWidget(m_tags);
    m_goals = new GoalList(m_inside);
    column->addWidget(m_goals);
    m_cueText = addLabel("cue");
    m_prediction = new PredictionBox(session, m_inside);
    column->addWidget(m_prediction);
    m_answer = addLabel("answer");
    m_correction = addLabel("correction");
    column->addStretch(1);
    clear();
}

void QaPane::clear()
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_question, m_tags, m_goals, m_cueText, m_prediction,
                                                         m_answer, m_correction})
        part->hide();
}

QLabel* QaPane::addLabel(const char* name)
{
    auto* label = new QLabel(m_inside);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    m_inside->layout()->addWidget(label);
    return label;
}

const lesson::Text* QaPane::text() const
{
    const LessonPtr& lesson = m_session.lesson();
    return lesson == nullptr ? nullptr : &lesson->texts[static_cast<std::size_t>(m_look.language)];
}

void QaPane::setMarkdown(QLabel* label, const std::string& markdown, trace::SimTime now)
{
    const RunPtr& run = m_session.run();
    const QString words = run != nullptr ? filled(markdown, run->trace(), now) : withoutFigures(markdown);
    label->setText(richText(words, m_look));
    label->setVisible(!words.trimmed().isEmpty());
}

void QaPane::addTag(const QString& text)
{
    auto* tag = new QLabel(text, m_tags);
    tag->setProperty("kind", "tag");
    m_tags->layout()->addWidget(tag);
    tag->show();
}

void QaPane::showTags()
{
    while (QLayoutItem* item = m_tags->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const lesson::Metadata& metadata = m_session.metadata();
    addTag(groupName(metadata.group));
    addTag(u"CPython "_s + QString::fromStdString(m_session.options().python.value_or(metadata.python)));
    for (const std::string& question : metadata.questions)
        addTag(QString::fromStdString(question));
}

void QaPane::setLook(const Look& look)
{
    m_look = look;
    showLesson();
}

void QaPane::showLesson()
{
    m_scroll->setAccessibleName(tr("Question and answer"));
    if (text() == nullptr)
        return;
    const std::string& question = text()->question.empty() ? text()->title : text()->question;
    m_question->setText(plainLine(QString::fromStdString(question)).toHtmlEscaped());
    m_question->show();
    m_tags->show();
    showTags();
    m_scroll->verticalScrollBar()->setValue(0);
    showRun();
}

void QaPane::showRun()
{
    if (text() == nullptr)
        return;
    showTags();
    const RunPtr& run = m_session.run();
    const trace::SimTime end = run != nullptr ? run->trace().duration() : trace::SimTime{};
    setMarkdown(m_answer, text()->answer, end);
    QString title = u"**"_s + tr("Correction:") + u"** "_s;
    const std::string& correction = text()->correction;
    setMarkdown(m_correction, correction.empty() ? correction : title.toStdString() + correction, end);
    m_cue = u"\n"_s; // no cue's name: the next step shows its cue anew
}

void QaPane::showStep(std::size_t step)
{
    const RunPtr& run = m_session.run();
    const scene::CueMark* cue = run != nullptr ? run->cueAt(step) : nullptr;
    const QString name = cue != nullptr ? cue->name : QString();
    if (name == m_cue || text() == nullptr)
        return;
    m_cue = name;
    const lesson::CueText* words = cue != nullptr ? app::textOf(*text(), name) : nullptr;
    setMarkdown(m_cueText,
                words == nullptr      ? std::string()
                : words->body.empty() ? words->caption
                                      : words->body,
                cue != nullptr ? cue->time : trace::SimTime{});
    m_prediction->show(run, cue, m_look);
    m_scroll->verticalScrollBar()->setValue(0);
}

void QaPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showLesson();
    QWidget::changeEvent(event);
}

} // namespace il::app
