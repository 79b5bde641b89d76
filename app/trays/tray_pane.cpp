#include "tray_pane.h"

#include "charts_page.h"
#include "events_page.h"
#include "grip.h"
#include "output_page.h"
#include "variables_page.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int closedHeight = 40, headHeight = 52;
constexpr int usualHeight = 190;

const std::array<QString, TrayPane::tabs> names{u"output"_s, u"events"_s, u"variables"_s, u"charts"_s};

} // namespace

QString nameOf(TrayPane::Tab tab)
{
    return names[static_cast<std::size_t>(tab)];
}

TrayPane::Tab trayTabFromName(const QString& name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? TrayPane::Output : static_cast<TrayPane::Tab>(at - names.begin());
}

TrayPane::TrayPane(QWidget* parent)
    : QWidget(parent), m_height(usualHeight), m_grip(new Grip(this)), m_pages(new QStackedWidget(this))
{
    setObjectName("tray");
    setAttribute(Qt::WA_StyledBackground);
    m_grip->setObjectName("trayGrip");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 8);
    column->setSpacing(2);
    column->addWidget(m_grip);
    column->addWidget(makeHead());
    column->addWidget(m_pages, 1);
    connect(m_grip, &Grip::moved, this, [this](int up) { setWantedHeight(height() + up); });
    // A list for choosing would take the key for a text to search.
    auto* leave = new QShortcut(Qt::Key_Escape, this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &TrayPane::left);
    if (parent != nullptr)
        parent->installEventFilter(this);
    retranslate();
    setTab(Output);
}

QWidget* TrayPane::makeHead()
{
    auto* head = new QWidget(this);
    m_head = new QHBoxLayout(head);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(4);
    m_toggle = new QToolButton(head);
    m_toggle->setObjectName("trayToggle");
    m_toggle->setProperty("kind", "heading");
    m_toggle->setFocusPolicy(Qt::TabFocus);
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        setOpen(!m_open);
        emit toggled(m_open);
    });
    m_head->addWidget(m_toggle);
    auto* group = new QButtonGroup(this);
    for (int i = 0; i < tabs; ++i) {
        auto* button = new QPushButton(head);
        button->setObjectName(u"tray_"_s + nameOf(static_cast<Tab>(i)));
        button->setProperty("kind", "trayTab");
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        group->addButton(button, i);
        m_head->addWidget(button);
        m_buttons[static_cast<std::size_t>(i)] = button;
    }
    m_head->addStretch(1);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        setTab(static_cast<Tab>(id));
        if (!m_open) {
            setOpen(true);
            emit toggled(true);
        }
    });
    return head;
}

TrayPage* TrayPane::makePage(Tab tab)
{
    switch (tab) {
    case Events:
        return new EventsPage(this);
    case Variables:
        return new VariablesPage(this);
    case Charts:
        return new ChartsPage(this);
    case Output:
        break;
    }
    return new OutputPage(this);
}

TrayPage* TrayPane::page(Tab tab)
{
    TrayPage*& page = m_made[static_cast<std::size_t>(tab)];
    if (page == nullptr) {
        page = makePage(tab);
        m_pages->addWidget(page);
        if (QWidget* tools = page->tools())
            m_head->addWidget(tools, 3);
        connect(page, &TrayPage::stepAsked, this, &TrayPane::stepAsked);
    }
    return page;
}

void TrayPane::setTab(Tab tab)
{
    m_tab = tab;
    m_buttons[static_cast<std::size_t>(tab)]->setChecked(true);
    m_runIsNew = m_lookIsNew = true;
    if (m_open || m_made[static_cast<std::size_t>(tab)] != nullptr)
        m_pages->setCurrentWidget(page(tab));
    setOpen(m_open);
}

void TrayPane::openTab(Tab tab)
{
    setTab(tab);
    setOpen(true);
    page(tab)->takeFocus();
}

void TrayPane::setOpen(bool open)
{
    m_open = open;
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_pages->setVisible(open);
    m_grip->setVisible(open);
    layout()->setContentsMargins(12, open ? 0 : 4, 12, open ? 8 : 4);
    if (open)
        m_pages->setCurrentWidget(page(m_tab));
    showTools();
    place();
    refresh();
}

void TrayPane::showTools()
{
    for (int tab = 0; tab < tabs; ++tab)
        if (TrayPage* made = m_made[static_cast<std::size_t>(tab)];
            made != nullptr && made->tools() != nullptr)
            made->tools()->setVisible(m_open && tab == m_tab);
}

void TrayPane::setWantedHeight(int height)
{
    m_height = std::clamp(height, closedHeight + headHeight, 4000);
    place();
}

/// What the widgets above can spare.
int TrayPane::roomAbove() const
{
    const QWidget* parent = parentWidget();
    if (parent == nullptr || parent->layout() == nullptr)
        return 4000;
    const QLayout& column = *parent->layout(); // in which tabs and chips may have wrapped into more rows
    const int all = column.hasHeightForWidth() ? column.minimumHeightForWidth(parent->width())
                                               : column.minimumSize().height();
    const int others = all - minimumHeight();
    return std::max(closedHeight + headHeight,
                    std::min(parent->height() - others, parent->height() * 55 / 100));
}

/// As high as wanted, but the page must be readable and the stage keep the larger part.
void TrayPane::place()
{
    if (!m_open)
        return setFixedHeight(closedHeight);
    const int wanted = std::max(m_height, headHeight + page(m_tab)->leastHeight());
    setFixedHeight(std::min(wanted, roomAbove()));
}

/// What has happened since the page was last shown.
void TrayPane::refresh()
{
    if (!m_open)
        return;
    TrayPage* shown = page(m_tab);
    if (std::exchange(m_lookIsNew, false))
        shown->setLook(m_look);
    if (std::exchange(m_runIsNew, false))
        shown->setRun(m_run);
    if (m_run != nullptr)
        shown->showMoment(m_moment);
}

void TrayPane::setRun(const RunPtr& run)
{
    m_run = run;
    m_moment = {};
    m_runIsNew = true;
    refresh();
}

void TrayPane::setLook(const Look& look)
{
    m_look = look;
    m_lookIsNew = true;
    refresh();
}

void TrayPane::showMoment(const Moment& moment)
{
    m_moment = moment;
    refresh();
}

void TrayPane::retranslate()
{
    const std::array<QString, tabs> texts{tr("Output"), tr("Events"), tr("Variables"), tr("Charts")};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_buttons[i]->setText(texts[i]);
        m_buttons[i]->setToolTip(tr("%1 (Ctrl+%2)").arg(texts[i]).arg(i + 1));
        m_buttons[i]->setAccessibleName(tr("Tray: %1").arg(texts[i]));
    }
    m_toggle->setAccessibleName(tr("Show or hide the tray"));
    m_grip->setAccessibleName(tr("Height of the tray"));
    m_grip->setToolTip(tr("Pull to change the height"));
}

void TrayPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setLook(m_look);
    }
    QWidget::changeEvent(event);
}

bool TrayPane::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) &&
        watched == parentWidget())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace il::app
