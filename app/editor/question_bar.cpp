#include "question_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

QuestionBar::QuestionBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    setObjectName("questionBar");
    m_text->setObjectName("questionText");
    m_text->setWordWrap(true);
    m_row->setContentsMargins(14, 8, 10, 8);
    m_row->setSpacing(8);
    m_row->addWidget(m_text, 1);
    hide();
}

void QuestionBar::ask(const QString& name, std::function<Words()> words, std::function<void(int)> answered)
{
    Question question{name, std::move(words), std::move(answered)};
    const auto same = std::find_if(m_questions.begin(), m_questions.end(),
                                   [&name](const Question& other) { return other.name == name; });
    if (same != m_questions.end())
        *same = std::move(question);
    else
        m_questions.push_back(std::move(question));
    showFirst();
}

void QuestionBar::withdraw(const QString& name)
{
    m_questions.erase(std::remove_if(m_questions.begin(), m_questions.end(),
                                     [&name](const Question& question) { return question.name == name; }),
                      m_questions.end());
    showFirst();
}

void QuestionBar::showFirst()
{
    for (QWidget* button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was just pressed
    }
    setVisible(!m_questions.empty());
    if (m_questions.empty())
        return;
    const Words words = m_questions.front().words();
    m_text->setText(words.question);
    setAccessibleName(words.question);
    for (qsizetype i = 0; i < words.answers.size(); ++i) {
        auto* button = new QPushButton(words.answers[i], this);
        button->setObjectName(u"answer_%1"_s.arg(i));
        button->setAccessibleDescription(words.question);
        connect(button, &QPushButton::clicked, this, [this, i] { answer(static_cast<int>(i)); });
        m_row->addWidget(button);
        m_buttons.push_back(button);
    }
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void QuestionBar::answer(int index)
{
    const auto answered = std::move(m_questions.front().answered);
    m_questions.erase(m_questions.begin());
    showFirst();
    answered(index);
}

void QuestionBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showFirst();
    QFrame::changeEvent(event);
}

} // namespace il::app
