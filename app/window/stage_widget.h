// Shows what the player is at: the picture of a run, moving between its steps.
#pragma once

#include "../access/picture_access.h"
#include "../picture.h"
#include "look.h"

#include "../player.h"
#include "scene/canvas.h"
#include "scene/lane_memo.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace il::app {

/// Draws through a scene::Canvas, letterboxed where its shape is too long or too tall for a stage.
class StageWidget : public QWidget, public SpokenPicture {
    Q_OBJECT

public:
    explicit StageWidget(const Player& player, QWidget* parent = nullptr);

    void setRun(RunPtr run); ///< null shows an empty stage
    void setPanel(const std::string& panel);
    void setVariant(const std::string& variant); ///< of the panel; see PictureOf
    void setLook(const Look& look);
    void setGate(std::optional<scene::Gate> gate); ///< a question that stands on the stage
    /// Offers a choice of the run while the player is at that step; nullopt: none.
    struct Offer {
        std::size_t choice = 0, step = 0;
        friend bool operator==(const Offer&, const Offer&) = default;
    };
    void setOffer(std::optional<Offer> offer);
    void setFramed(bool framed); ///< round corners and a border, as in the window

    const std::string& panel() const { return m_panel; }
    const std::string& variant() const { return m_variant; }
    /// What is shown at rest, for exports and tests.
    PictureOf wanted() const;
    /// The picture's place in the widget.
    QRectF pictureRect() const override;
    /// The question's option at that place of the widget; -1 where there is none.
    int optionAt(QPointF place) const;

    /// Names of what lies there, the topmost first.
    QStringList elementsAt(const QPoint& point) const;
    /// The place in the widget of the first item whose name begins so; empty when there is none.
    QRect placeOf(const QString& prefix) const;

    QString pictureName() const override;
    const scene::DisplayList* pictureAtRest() override;
    bool answers(const scene::ElementId& id) const override;
    void press(const scene::ElementId& id) override;

    QSize sizeHint() const override { return {960, 540}; }
    QSize minimumSizeHint() const override { return {320, 110}; }

signals:
    void clicked(QPointF place);
    void elementClicked(const QStringList& ids, const QPoint& at);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Pictures that were made last: of the moment shown and of the one it comes from.
    struct Made {
        PictureOf of;
        scene::DisplayList list;
    };
    const scene::DisplayList& made(const PictureOf& wanted, std::optional<Made>& place);
    void forget();
    void showMoment();
    scene::DisplayList listNow();
    std::vector<QRect> refresh();
    void drawFrame(QPainter& painter, const QRegion& region) const;
    void tellNews(); ///< at rest

    const Player& m_player;
    RunPtr m_run;
    std::string m_panel = "gil", m_variant;
    std::optional<scene::Gate> m_gate;
    std::optional<Offer> m_offer;
    Look m_look;
    bool m_framed = true;
    std::optional<Made> m_shown, m_before;
    scene::LaneMemo m_memo; ///< of m_run
    /// What is on the screen, so that repaints cost a copy and motion costs what moves.
    std::optional<scene::Canvas> m_canvas;
    bool m_current = false; ///< the canvas shows the player's moment
    PictureNews m_news{*this};
    std::optional<PictureOf> m_told; ///< what the last news was about
};

} // namespace il::app
