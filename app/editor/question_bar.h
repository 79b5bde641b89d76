// A question that doesn't stop the work: a strip with a sentence and a button for each answer.
#pragma once

#include <QFrame>
#include <QStringList>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace il::app {

class QuestionBar : public QFrame {
    Q_OBJECT

public:
    struct Words {
        QString question;
        QStringList answers;
    };

    explicit QuestionBar(QWidget* parent = nullptr);

    /// `words` is called again when the language changes; `answered` gets the answer's index. Questions that
    /// come while another one stands wait for their turn; one of the same name takes its place.
    void ask(const QString& name, std::function<Words()> words, std::function<void(int)> answered);
    void withdraw(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Question {
        QString name;
        std::function<Words()> words;
        std::function<void(int)> answered;
    };
    void showFirst();
    void answer(int index);

    std::vector<Question> m_questions;
    QLabel* m_text;
    QHBoxLayout* m_row;
    std::vector<QWidget*> m_buttons;
};

} // namespace il::app
