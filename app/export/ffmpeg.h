// Films are made by the program ffmpeg, from frames through a pipe.
#pragma once

#include "exporting/error.h"

#include <QImage>
#include <QProcess>
#include <QSize>
#include <QStringList>

#include <functional>

namespace il::app {

/// The program's place; empty when it isn't installed.
QString ffmpegPath();

/// How long ffmpeg may go without taking a frame, or without ending after the last one.
inline constexpr int encoderPatienceMs = 60'000;

/// What ffmpeg has to know to make a film of that format ("gif", "mp4", "webm").
/// `palette` is the file of a GIF's colours.
QStringList filmArguments(const QString& format, QSize pixels, int framesPerSecond, const QString& palette,
                          const QString& output);
/// To find the colours that suit these frames best.
QStringList paletteArguments(QSize pixels, const QString& output);

/// One run of ffmpeg. Works in any thread, with or without an event loop.
class Ffmpeg {
public:
    explicit Ffmpeg(const QStringList& arguments);
    ~Ffmpeg(); ///< ends it if it still runs

    /// False, and the sooner the better, when the user has had enough. Empty: never.
    using GoesOn = std::function<bool()>;

    /// The next frame; all are of the size that the arguments say. Waits until it is taken.
    exporting::Result<void> write(const QImage& frame);
    /// No more frames: waits for the end.
    exporting::Result<void> finish(const GoesOn& goesOn = {});

private:
    exporting::Error failure();

    QProcess m_process;
};

} // namespace il::app
