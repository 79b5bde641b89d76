#include "panel_tabs.h"

#include "../language.h"
#include "../picture.h"
#include "flow_layout.h"

#include "scene/panel.h"

#include <QEvent>
#include <QPushButton>
#include <QVariant>

namespace il::app {
using namespace Qt::StringLiterals;

PanelTabs::PanelTabs(QWidget* parent)
    : QWidget(parent), m_next(new QPushButton(this)), m_row(new FlowLayout(this, 6))
{
    setObjectName("tabs");
    m_next->setObjectName(u"nextVariantButton"_s);
    m_next->setProperty("kind", "scriptTab");
    m_next->setFocusPolicy(Qt::TabFocus);
    makePanelButtons();
    m_row->addWidget(m_next);
    connect(&m_panelButtons, &QButtonGroup::buttonClicked, this, [this](const QAbstractButton* button) {
        emit panelChosen(button->property("panel").toString());
    });
    connect(m_next, &QPushButton::clicked, this, &PanelTabs::variantAsked);
    connect(&m_scriptButtons, &QButtonGroup::idClicked, this, &PanelTabs::scriptChosen);
}

void PanelTabs::makePanelButtons()
{
    for (const auto& panel : scene::panels()) {
        auto* button = new QPushButton(this);
        button->setObjectName(u"tab_"_s + QString::fromStdString(panel->info().id));
        button->setProperty("kind", "tab");
        button->setProperty("panel", QString::fromStdString(panel->info().id));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_panelButtons.addButton(button);
        m_row->addWidget(button);
    }
    retranslate();
}

void PanelTabs::setLesson(const LessonPtr& lesson, std::size_t script)
{
    m_lesson = lesson;
    for (QAbstractButton* button : m_scriptButtons.buttons()) {
        m_scriptButtons.removeButton(button);
        delete button;
    }
    for (std::size_t i = 0; lesson->scripts.size() > 1 && i < lesson->scripts.size(); ++i) {
        auto* button = new QPushButton(QString::fromStdString(lesson->scripts[i].name), this);
        button->setObjectName(u"script_"_s + button->text());
        button->setProperty("kind", "scriptTab");
        button->setCheckable(true);
        button->setChecked(i == script);
        button->setFocusPolicy(Qt::TabFocus);
        m_scriptButtons.addButton(button, static_cast<int>(i));
        m_row->addWidget(button);
    }
    retranslate();
}

void PanelTabs::setPanel(const std::string& id, const std::string& variant)
{
    m_panel = id;
    m_variant = variant;
    retranslate();
    for (QAbstractButton* button : m_panelButtons.buttons())
        if (button->property("panel").toString().toStdString() == id)
            button->setChecked(true);
}

void PanelTabs::setRun(const RunPtr& run)
{
    m_run = run;
    retranslate();
}

void PanelTabs::setLook(const Look& look)
{
    m_look = look;
    retranslate();
}

void PanelTabs::retranslate()
{
    const scene::Words& words = scene::Words::of(m_look.language);
    const auto& panels = scene::panels();
    const auto buttons = m_panelButtons.buttons();
    for (qsizetype i = 0; i < buttons.size(); ++i) {
        const scene::Panel& panel = *panels[static_cast<std::size_t>(i)];
        buttons[i]->setText(words.translate("Panels", panel.info().title));
        const bool empty = m_run != nullptr && !panel.hasSubject(m_run->trace());
        buttons[i]->setToolTip(empty ? tr("This program has nothing for this picture.") : QString());
        buttons[i]->setAccessibleName(tr("Picture: %1").arg(buttons[i]->text()));
    }
    const scene::Panel* shown = panelOfId(m_panel);
    const auto next = shown ? nextVariant(*shown, m_variant, words) : std::nullopt;
    m_next->setVisible(next.has_value());
    if (next) {
        m_next->setText(next->title);
        m_next->setToolTip(tr("Shows the same as: %1 (V)").arg(next->title));
        m_next->setAccessibleName(tr("Change to: %1").arg(next->title));
    }
    for (QAbstractButton* button : m_scriptButtons.buttons()) {
        const auto& script = m_lesson->scripts[static_cast<std::size_t>(m_scriptButtons.id(button))];
        button->setToolTip(pick(script.metadata.title, m_look.language));
        button->setAccessibleName(tr("Script: %1").arg(QString::fromStdString(script.name)));
    }
}

void PanelTabs::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace il::app
