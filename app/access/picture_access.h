// The accessible tree of a stage: the widget with the state in words, and an element for each thing on the
// picture that says something, at its place on the screen.
#pragma once

#include "spoken_picture.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QTimer>

namespace il::app {

/// Name: what the run is about. Description: inWords() of the picture. Children: spokenItems(), in that
/// order; they keep their identity from step to step as long as the thing (its ElementId) is there, and say
/// isValid() == false when it has gone.
class PictureInterface : public QAccessibleWidget {
public:
    /// `widget` is a SpokenPicture as well.
    explicit PictureInterface(QWidget* widget);
    ~PictureInterface() override;

    QString text(QAccessible::Text which) const override;
    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    /// The smallest thing there.
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override { return nullptr; }

    SpokenPicture* picture() const; ///< null while the widget is being destroyed
    const scene::Item* item(const scene::ElementId& id) const;
    QRect placeOf(const scene::Item& item) const; ///< on the screen

    /// Forgets the elements of things that have gone. Not while one of them may be in use.
    void tidy();

private:
    std::vector<const scene::Item*> items() const;
    QAccessibleInterface* elementFor(const scene::Item& item) const;

    mutable QHash<scene::ElementId, QAccessible::Id> m_elements; ///< made when they are first asked for
};

/// Says that a picture has changed: as DescriptionChanged, which screen readers read out for the element that
/// has the focus and for no other, so that the stage never interrupts what somebody does elsewhere.
/// NameChanged would read the lesson's title each time, and on Linux Qt 6.4 passes no Alert on; Qt has a
/// proper announcement only from 6.8 on.
///
/// Once per turn of the event loop however often it is asked, and only when somebody listens: whoever draws
/// frames pays for one flag.
class PictureNews {
public:
    explicit PictureNews(QWidget& widget);
    void changed();

private:
    QTimer m_soon;
};

} // namespace il::app
