#include "value_popup.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>

#include <algorithm>

namespace il::app {

ValuePopup* ValuePopup::ask(QWidget* anchor, const Asked& asked,
                            std::function<void(const lesson::Value&)> done)
{
    auto* popup = new ValuePopup(anchor, asked, std::move(done));
    popup->adjustSize();
    popup->move(anchor->mapToGlobal(QPoint(0, anchor->height() + 4)));
    popup->show();
    popup->m_editor->setFocus(Qt::PopupFocusReason);
    return popup;
}

ValuePopup::ValuePopup(QWidget* anchor, const Asked& asked, std::function<void(const lesson::Value&)> done)
    : QFrame(anchor, Qt::Popup), m_editor(makeEditor(asked)), m_done(std::move(done))
{
    setObjectName("popup");
    setAttribute(Qt::WA_DeleteOnClose);
    m_editor->setObjectName("value");
    m_editor->setAccessibleName(asked.label);
    auto* label = new QLabel(asked.label, this);
    label->setBuddy(m_editor);
    auto* button = new QPushButton(tr("Run"), this);
    button->setObjectName("runWithValue");
    button->setDefault(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(label);
    layout->addWidget(m_editor);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, &ValuePopup::accept);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(key, this), &QShortcut::activated, this, &ValuePopup::accept);
}

QWidget* ValuePopup::makeEditor(const Asked& asked)
{
    if (!asked.choices.isEmpty()) {
        auto* box = new QComboBox(this);
        box->addItems(asked.choices);
        box->setCurrentText(QString::fromStdString(std::get<std::string>(asked.value)));
        m_value = [box] { return lesson::Value(box->currentText().toStdString()); };
        return box;
    }
    if (const bool* checked = std::get_if<bool>(&asked.value)) {
        auto* box = new QCheckBox(this);
        box->setChecked(*checked);
        m_value = [box] { return lesson::Value(box->isChecked()); };
        return box;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&asked.value)) {
        auto* box = new QSpinBox(this);
        box->setRange(static_cast<int>(std::max(asked.min.value_or(-1e9), -2e9)),
                      static_cast<int>(std::min(asked.max.value_or(1e9), 2e9)));
        box->setValue(static_cast<int>(std::clamp<std::int64_t>(*whole, box->minimum(), box->maximum())));
        m_value = [box] { return lesson::Value(std::int64_t{box->value()}); };
        return box;
    }
    if (const double* real = std::get_if<double>(&asked.value)) {
        auto* box = new QDoubleSpinBox(this);
        box->setDecimals(3);
        box->setRange(asked.min.value_or(-1e9), asked.max.value_or(1e9));
        box->setValue(*real);
        box->setSuffix(asked.unit.isEmpty() ? QString() : ' ' + asked.unit);
        m_value = [box] { return lesson::Value(box->value()); };
        return box;
    }
    auto* line = new QLineEdit(QString::fromStdString(std::get<std::string>(asked.value)), this);
    m_value = [line] { return lesson::Value(line->text().toStdString()); };
    return line;
}

void ValuePopup::accept()
{
    const auto done = m_done;
    const lesson::Value value = m_value();
    close();
    done(value);
}

} // namespace il::app
