#include "prediction_box.h"

#include "../access/focus.h"
#include "rich_text.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// A radio button whose words wrap, which its own text doesn't; a click on the words counts too.
class OptionRow : public QWidget {
public:
    OptionRow(const QString& text, const QString& name, QWidget* parent)
        : QWidget(parent), m_button(new QRadioButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(text);
        m_button->setFocusPolicy(Qt::TabFocus);
        m_button->setFixedHeight(22); // as a line of the words beside it
        auto* label = new QLabel(text, this);
        label->setWordWrap(true);
        auto* line = new QHBoxLayout(this);
        line->setContentsMargins(0, 2, 0, 2);
        line->setSpacing(8);
        line->addWidget(m_button, 0, Qt::AlignTop);
        line->addWidget(label, 1);
        setCursor(Qt::PointingHandCursor);
    }
    QRadioButton* button() const { return m_button; }

protected:
    void mouseReleaseEvent(QMouseEvent*) override { m_button->click(); }

private:
    QRadioButton* m_button;
};

} // namespace

PredictionBox::PredictionBox(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_column(new QVBoxLayout(this))
{
    setObjectName("prediction");
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(6);
    connect(&session, &Session::answered, this, [this] {
        if (m_run != nullptr) {
            const scene::CueMark cue = m_cue;
            show(m_run, &cue, m_look);
        }
    });
}

void PredictionBox::show(const RunPtr& run, const scene::CueMark* cue, const Look& look)
{
    const FocusKeeper keeper(*this);
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_run = run;
    m_look = look;
    m_cue = cue != nullptr ? *cue : scene::CueMark{};
    const lesson::CueText* text =
        run != nullptr && cue != nullptr
            ? app::textOf(run->lesson->texts[static_cast<std::size_t>(look.language)], cue->name)
            : nullptr;
    setVisible(text != nullptr && text->prediction.has_value());
    if (text == nullptr || !text->prediction)
        return;
    addQuestion(filled(text->prediction->question, run->trace(), m_cue.time));
    Answer answer = m_session.answer(m_cue.name);
    if (answer.option >= std::ssize(text->prediction->options))
        answer.option = -1;
    if (answer.revealed)
        addVerdict(*text->prediction, answer.option);
    else
        addOptions(*text->prediction, answer.option);
}

void PredictionBox::addQuestion(const QString& question)
{
    auto* title = new QLabel(tr("Predict"), this);
    title->setObjectName("predictionTitle");
    m_column->addWidget(title);
    auto* label = new QLabel(richText(question, m_look, 140), this);
    label->setObjectName("predictionQuestion");
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void PredictionBox::addOptions(const lesson::Prediction& prediction, int chosen)
{
    for (int i = 0; i < std::ssize(prediction.options); ++i) {
        const QString text =
            plainLine(QString::fromStdString(prediction.options[static_cast<std::size_t>(i)].text));
        auto* row = new OptionRow(text, u"option_%1"_s.arg(i), this);
        row->button()->setAutoExclusive(false); // each has a row of its own
        row->button()->setChecked(i == chosen);
        m_column->addWidget(row);
        connect(row->button(), &QRadioButton::clicked, this, [this, i] { m_session.choose(m_cue.name, i); });
    }
}

void PredictionBox::addVerdict(const lesson::Prediction& prediction, int chosen)
{
    const Verdict verdict = judge(prediction, m_run->trace(), m_cue.time);
    QString right;
    for (std::size_t i = 0; i < prediction.options.size(); ++i) {
        const QString text = plainLine(QString::fromStdString(prediction.options[i].text));
        const bool own = static_cast<int>(i) == chosen;
        auto* label = new QLabel((verdict.right[i] ? u"✓  "_s : own ? u"✗  "_s : u"    "_s) + text, this);
        label->setObjectName(u"judged_%1"_s.arg(i));
        label->setProperty("kind", verdict.right[i] ? "right" : own ? "wrong" : "plain");
        label->setWordWrap(true);
        m_column->addWidget(label);
        if (verdict.right[i])
            right = text;
    }
    const bool good = chosen >= 0 && verdict.right[static_cast<std::size_t>(chosen)];
    const QString says =
        right.isEmpty() ? tr("In this run none of them holds.") : tr("The run says: %1").arg(right);
    auto* label = new QLabel(good ? tr("The run agrees with you.") : says, this);
    label->setObjectName("verdict");
    label->setProperty("kind", good ? "right" : "verdict");
    label->setWordWrap(true);
    m_column->addWidget(label);
}

} // namespace il::app
