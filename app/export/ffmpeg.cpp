#include "ffmpeg.h"

#include <QElapsedTimer>
#include <QStandardPaths>

namespace il::app {
using namespace Qt::StringLiterals;
using exporting::Error;
using exporting::Trouble;

namespace {

constexpr int lastWordsMs = 2000;

QStringList inputArguments(QSize pixels, int framesPerSecond)
{
    return {u"-v"_s,          u"error"_s,
            u"-nostdin"_s,    u"-y"_s,
            u"-f"_s,          u"rawvideo"_s,
            u"-pix_fmt"_s,    u"bgr0"_s,
            u"-video_size"_s, u"%1x%2"_s.arg(pixels.width()).arg(pixels.height()),
            u"-framerate"_s,  QString::number(framesPerSecond),
            u"-i"_s,          u"pipe:0"_s};
}

/// The colours of HD video, said as well as used: players guess otherwise, and not all the same.
QStringList videoColours()
{
    return {u"-vf"_s,
            u"scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"_s,
            u"-colorspace"_s,
            u"bt709"_s,
            u"-color_primaries"_s,
            u"bt709"_s,
            u"-color_trc"_s,
            u"bt709"_s,
            u"-color_range"_s,
            u"tv"_s};
}

QStringList encoderArguments(const QString& format)
{
    if (format == "gif"_L1)
        return {u"-lavfi"_s, u"[0][1]paletteuse=dither=none:diff_mode=rectangle"_s, u"-loop"_s, u"0"_s};
    if (format == "mp4"_L1)
        return videoColours() + QStringList{u"-c:v"_s,      u"libx264"_s,   u"-preset"_s, u"fast"_s,
                                            u"-tune"_s,     u"animation"_s, u"-crf"_s,    u"18"_s,
                                            u"-movflags"_s, u"+faststart"_s};
    return videoColours() + QStringList{u"-c:v"_s,      u"libvpx-vp9"_s, u"-crf"_s,      u"24"_s,
                                        u"-b:v"_s,      u"0"_s,          u"-deadline"_s, u"good"_s,
                                        u"-cpu-used"_s, u"5"_s,          u"-row-mt"_s,   u"1"_s};
}

} // namespace

QString ffmpegPath()
{
    return QStandardPaths::findExecutable(u"ffmpeg"_s);
}

QStringList filmArguments(const QString& format, QSize pixels, int framesPerSecond, const QString& palette,
                          const QString& output)
{
    QStringList all = inputArguments(pixels, framesPerSecond);
    if (format == "gif"_L1)
        all << u"-i"_s << palette;
    // Nothing about the machine or the time gets into the file: equal frames give equal bytes.
    return all + encoderArguments(format) + QStringList{u"-threads"_s, u"2"_s,         u"-map_metadata"_s,
                                                        u"-1"_s,       u"-fflags"_s,   u"+bitexact"_s,
                                                        u"-flags:v"_s, u"+bitexact"_s, output};
}

QStringList paletteArguments(QSize pixels, const QString& output)
{
    return inputArguments(pixels, 1) + QStringList{u"-vf"_s, u"palettegen=reserve_transparent=0"_s, output};
}

Ffmpeg::Ffmpeg(const QStringList& arguments)
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(ffmpegPath(), arguments);
}

Ffmpeg::~Ffmpeg()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

exporting::Error Ffmpeg::failure()
{
    if (m_process.error() == QProcess::FailedToStart)
        return {Trouble::NoEncoder};
    const QStringList said =
        QString::fromLocal8Bit(m_process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
    return {Trouble::Encoder, said.isEmpty() ? m_process.errorString() : said.back()};
}

exporting::Result<void> Ffmpeg::write(const QImage& frame)
{
    if (!m_process.waitForStarted())
        return tl::unexpected(failure());
    const QImage pixels = frame.convertToFormat(QImage::Format_RGB32);
    m_process.write(reinterpret_cast<const char*>(pixels.constBits()), pixels.sizeInBytes());
    while (m_process.bytesToWrite() > 0) {
        if (m_process.waitForBytesWritten(encoderPatienceMs))
            continue;
        if (m_process.error() == QProcess::Timedout)
            return tl::unexpected(Error{Trouble::TooSlow});
        m_process.waitForFinished(lastWordsMs); // it has closed the pipe: soon it says why
        return tl::unexpected(failure());
    }
    return {};
}

exporting::Result<void> Ffmpeg::finish(const GoesOn& goesOn)
{
    constexpr int lookMs = 100;
    m_process.closeWriteChannel();
    QElapsedTimer waited;
    waited.start();
    while (!m_process.waitForFinished(lookMs) && m_process.state() != QProcess::NotRunning) {
        if (goesOn && !goesOn())
            return tl::unexpected(Error{Trouble::Cancelled});
        if (waited.elapsed() > encoderPatienceMs)
            return tl::unexpected(Error{Trouble::TooSlow});
    }
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        return tl::unexpected(failure());
    return {};
}

} // namespace il::app
