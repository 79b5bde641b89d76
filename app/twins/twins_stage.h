// Shows what the twins' player is at, as StageWidget does for one run.
#pragma once

#include "twin_picture.h"

#include "../access/picture_access.h"
#include "../player.h"
#include "../window/look.h"

#include "scene/canvas.h"

#include <QWidget>

namespace il::app {

class TwinsStage : public QWidget, public SpokenPicture {
    Q_OBJECT

public:
    /// `player` runs on the twins' clock and must outlive the widget.
    explicit TwinsStage(const Player& player, QWidget* parent = nullptr);

    void setTwins(TwinsPtr twins); ///< null shows an empty stage
    void setPanels(const std::array<std::string, 2>& panels);
    void setLook(const Look& look);

    /// What is shown at rest, for exports and tests.
    TwinPictureOf wanted() const;

    QString pictureName() const override;
    const scene::DisplayList* pictureAtRest() override;
    QRectF pictureRect() const override { return rect(); }

    QSize sizeHint() const override { return {1280, 720}; }
    QSize minimumSizeHint() const override { return {320, 180}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Made {
        TwinPictureOf of;
        scene::DisplayList list;
    };
    const scene::DisplayList& made(const TwinPictureOf& wanted, std::optional<Made>& place);
    scene::DisplayList listNow();
    void forget();
    void showMoment();
    void refresh();
    void tellNews(); ///< at rest

    const Player& m_player;
    TwinsPtr m_twins;
    std::array<std::string, 2> m_panels{"gil", "gil"};
    Look m_look;
    std::optional<Made> m_shown, m_before;
    TwinMemo m_memo;
    std::optional<scene::Canvas> m_canvas;
    PictureNews m_news{*this};
    std::optional<TwinPictureOf> m_told; ///< what the last news was about
};

} // namespace il::app
