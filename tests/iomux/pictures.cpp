// A tool for eyes, not a test: writes the I/O panel's pictures of the sample runs as PNGs to the folder that
// it is given.
#include "iomux/iomux_panel.h"
#include "iomux/iomux_traces.h"
#include "panels/picture_of.h"
#include "scene/replay.h"

#include <QGuiApplication>

using namespace il;
using namespace il::tests;
using trace::PollModel;

namespace {

struct Picture {
    const char* name;
    trace::Trace trace;
    std::int64_t microseconds;
    Setting setting;
};

std::vector<Picture> pictures()
{
    const QSizeF full(1920, 1080), small(1024, 576);
    using enum scene::ThemeId;
    using enum scene::Language;
    return {
        {"epoll-8", samples::oneServer(PollModel::Epoll, 8), 3000, {full, English, Paper}},
        {"epoll-8-asleep", samples::oneServer(PollModel::Epoll, 8), 1000, {full, Chinese, Slate}},
        {"select-2", samples::oneServer(PollModel::Select, 2), 3000, {full, English, Paper}},
        {"select-8-scan", samples::oneServer(PollModel::Select, 8), 2500, {full, English, Paper}},
        {"poll-12", samples::oneServer(PollModel::Poll, 12), 2500, {full, Chinese, Paper}},
        {"poll-1000", samples::oneServer(PollModel::Poll, 1000), 2500, {full, English, Paper}},
        {"epoll-10000", samples::oneServer(PollModel::Epoll, 10'000), 3000, {full, English, Slate}},
        {"edge", samples::oneServer(PollModel::Epoll, 5, true), 6500, {full, English, HighContrast}},
        {"models-8", samples::threeModels(8), 2010, {full, English, Paper}},
        {"models-1000", samples::threeModels(1000), 7000, {full, Chinese, Slate}},
        {"threads-5", samples::threadPerConnection(5), 2000, {full, English, Paper}},
        {"threads-12", samples::threadPerConnection(12), 2500, {full, Chinese, HighContrast}},
        {"threads-100", samples::threadPerConnection(100), 2000, {full, English, Paper}},
        {"sweep", samples::costSweep(), 100'000, {full, English, Paper}},
        {"sweep-small", samples::costSweep(), 100'000, {small, Chinese, Slate}},
        {"zoo", samples::descriptorZoo(), 3000, {full, English, Paper}},
    };
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    if (argc < 2)
        return 2;
    const auto panel = iomux::makePanel();
    for (const Picture& p : pictures()) {
        const std::size_t step = p.trace.stepAt(trace::microseconds(p.microseconds));
        const scene::DisplayList list = pictureOf(*panel, p.trace, step, p.setting);
        const QString file =
            QStringLiteral("%1/%2.png").arg(QString::fromLocal8Bit(argv[1]), QLatin1String(p.name));
        scene::toImage(list, p.setting.pixels.toSize()).save(file);
    }
    return 0;
}
