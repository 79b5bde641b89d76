#include "picture_access.h"

#include "listener.h"
#include "picture_words.h"

#include "scene/replay.h"

#include <QSet>
#include <QTransform>
#include <QWidget>

#include <algorithm>

namespace il::app {
namespace {

QAccessible::Role roleOf(const scene::Item& item, bool answers)
{
    if (answers)
        return QAccessible::Button;
    switch (item.role) {
    case scene::Role::Container:
        return QAccessible::Grouping;
    case scene::Role::Thread:
    case scene::Role::Object:
    case scene::Role::Lane:
    case scene::Role::Marker:
    case scene::Role::Edge:
        return QAccessible::Graphic;
    case scene::Role::Text:
    case scene::Role::Data:
    case scene::Role::Figure:
    case scene::Role::Decoration:
        break;
    }
    return QAccessible::StaticText;
}

/// One thing on the picture. It knows the thing by its name, for the picture is made anew at each step.
class PictureElement final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PictureElement(const PictureInterface& picture, scene::ElementId id)
        : m_picture(picture), m_id(std::move(id))
    {
    }

    bool isValid() const override { return item() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_picture.window(); }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_picture.object());
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QString text(QAccessible::Text which) const override
    {
        const scene::Item* thing = item();
        return which == QAccessible::Name && thing != nullptr ? thing->accessible : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        const scene::Item* thing = item();
        return thing != nullptr ? m_picture.placeOf(*thing) : QRect();
    }
    QAccessible::Role role() const override
    {
        const scene::Item* thing = item();
        return thing != nullptr ? roleOf(*thing, answers()) : QAccessible::NoRole;
    }
    QAccessible::State state() const override
    {
        const QAccessible::State whole = m_picture.state();
        QAccessible::State own;
        own.readOnly = true;
        own.invisible = whole.invisible;
        own.offscreen = whole.offscreen;
        own.invalid = !isValid();
        return own;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface && answers()
                   ? static_cast<QAccessibleActionInterface*>(this)
                   : nullptr;
    }
    QStringList actionNames() const override
    {
        return answers() ? QStringList{pressAction()} : QStringList();
    }
    void doAction(const QString& name) override
    {
        if (name == pressAction() && answers())
            m_picture.picture()->press(m_id);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const scene::Item* item() const { return m_picture.item(m_id); }
    bool answers() const { return isValid() && m_picture.picture()->answers(m_id); }

    const PictureInterface& m_picture; ///< deletes it
    scene::ElementId m_id;
};

} // namespace

PictureInterface::PictureInterface(QWidget* widget) : QAccessibleWidget(widget, QAccessible::Canvas) {}

PictureInterface::~PictureInterface()
{
    for (const QAccessible::Id id : std::as_const(m_elements))
        QAccessible::deleteAccessibleInterface(id);
}

SpokenPicture* PictureInterface::picture() const
{
    return dynamic_cast<SpokenPicture*>(object());
}

std::vector<const scene::Item*> PictureInterface::items() const
{
    SpokenPicture* shown = picture();
    const scene::DisplayList* list = shown != nullptr ? shown->pictureAtRest() : nullptr;
    return list != nullptr ? spokenItems(*list) : std::vector<const scene::Item*>();
}

const scene::Item* PictureInterface::item(const scene::ElementId& id) const
{
    for (const scene::Item* item : items())
        if (item->id == id)
            return item;
    return nullptr;
}

QRect PictureInterface::placeOf(const scene::Item& item) const
{
    const QWidget* stage = widget();
    const QTransform toWidget =
        scene::stageToTarget(picture()->pictureAtRest()->size, picture()->pictureRect());
    const QRect inside = toWidget.mapRect(scene::paintedBounds(item)).toAlignedRect();
    return {stage->mapToGlobal(inside.topLeft()), inside.size()};
}

QString PictureInterface::text(QAccessible::Text which) const
{
    SpokenPicture* shown = picture();
    if (shown != nullptr && which == QAccessible::Name && !shown->pictureName().isEmpty())
        return shown->pictureName();
    if (shown != nullptr && which == QAccessible::Description)
        if (const scene::DisplayList* list = shown->pictureAtRest())
            return inWords(*list);
    return QAccessibleWidget::text(which);
}

int PictureInterface::childCount() const
{
    return static_cast<int>(items().size());
}

QAccessibleInterface* PictureInterface::elementFor(const scene::Item& item) const
{
    auto place = m_elements.find(item.id);
    if (place == m_elements.end()) {
        auto* element = new PictureElement(*this, item.id);
        place = m_elements.insert(item.id, QAccessible::registerAccessibleInterface(element));
    }
    return QAccessible::accessibleInterface(*place);
}

QAccessibleInterface* PictureInterface::child(int index) const
{
    const auto all = items();
    const auto place = static_cast<std::size_t>(index);
    return index >= 0 && place < all.size() ? elementFor(*all[place]) : nullptr;
}

int PictureInterface::indexOfChild(const QAccessibleInterface* child) const
{
    const auto all = items();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (elementFor(*all[i]) == child)
            return static_cast<int>(i);
    return -1;
}

QAccessibleInterface* PictureInterface::childAt(int x, int y) const
{
    const scene::Item* best = nullptr;
    const auto area = [this](const scene::Item& item) {
        const QRect place = placeOf(item);
        return place.width() * place.height();
    };
    for (const scene::Item* item : items())
        if (placeOf(*item).contains(x, y) && (best == nullptr || area(*item) <= area(*best)))
            best = item;
    return best != nullptr ? elementFor(*best) : nullptr;
}

void PictureInterface::tidy()
{
    QSet<scene::ElementId> there;
    for (const scene::Item* item : items())
        there.insert(item->id);
    for (auto element = m_elements.begin(); element != m_elements.end();) {
        if (there.contains(element.key())) {
            ++element;
            continue;
        }
        QAccessible::deleteAccessibleInterface(*element);
        element = m_elements.erase(element);
    }
}

PictureNews::PictureNews(QWidget& widget)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    QObject::connect(&m_soon, &QTimer::timeout, &widget, [&widget] {
        if (auto* tree = dynamic_cast<PictureInterface*>(QAccessible::queryAccessibleInterface(&widget)))
            tree->tidy();
        QAccessibleEvent event(&widget, QAccessible::DescriptionChanged);
        tell(event);
    });
}

void PictureNews::changed()
{
    if (somebodyListens())
        m_soon.start();
}

} // namespace il::app
