// A tool for eyes, not a test: writes stages of the sample runs as PNGs to the folder that it is given.
#include "scene/frame.h"
#include "scene/handoff_trace.h"
#include "scene/plain_panel.h"
#include "scene/replay.h"
#include "trace/sample_traces.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTextStream>

using namespace il;
using namespace il::scene;

namespace {

struct Picture {
    QString name;
    trace::Trace trace;
    double at; ///< part of the run
    QSize pixels{1920, 1080};
    ThemeId theme = ThemeId::Paper;
    Axis axis = Axis::Time;
    std::vector<std::string> lanes{"gil"};
    Language language = Language::English;
};

void write(const Picture& p, const QDir& folder)
{
    const trace::Lanes lanes(p.trace);
    const auto step = static_cast<std::size_t>(p.at * static_cast<double>(p.trace.steps().size() - 1));
    const trace::View view = p.trace.atStep(step);
    StageInput input{p.trace,
                     view,
                     step,
                     stageSize(p.pixels),
                     Theme::of(p.theme),
                     Words::of(p.language),
                     p.name,
                     QStringLiteral("Two CPU-bound threads and one I/O thread, CPython 3.11, 2 cores"),
                     {},
                     QStringLiteral("Interleave · GIL · 2 of 3"),
                     {},
                     p.axis,
                     {},
                     &lanes};
    for (std::size_t i = 0; i < p.trace.events().size(); ++i)
        if (const auto& e = p.trace.events()[i]; e.kind == trace::EventKind::Cue)
            input.cues.push_back(
                {QStringLiteral("cue"), p.trace.stepOf(static_cast<std::uint32_t>(i)), e.time});
    if (p.language == Language::Chinese) {
        input.title = QStringLiteral("GIL 交接");
        input.subtitle = QStringLiteral("两个计算线程和一个读写线程，CPython 3.11，两个核心");
        input.caption = QStringLiteral(
            "T1 已等待 3.4 ms。满 5 ms 仍未发生切换，它就请求放弃 GIL，T2 必须在下一个切换点交出，"
            "并且一直等到有别的线程拿到它为止。");
        input.footer = QStringLiteral("Interleave · GIL 交接 · 第 2 幕");
    }
    const tests::PlainPanel panel(p.name != QLatin1String("empty"), p.lanes);
    stage(input, panel); // fills the caches
    QElapsedTimer timer;
    timer.start();
    const DisplayList list = stage(input, panel);
    const double layout = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    timer.start();
    const QImage image = toImage(list, p.pixels);
    const double pixels = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    image.save(folder.filePath(p.name + QLatin1String(".png")));
    QTextStream(stdout) << p.name << ": " << list.items.size() << " items, layout " << layout
                        << " ms, replay " << pixels << " ms\n";
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication app(argc, argv);
    QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath());
    folder.mkpath(QStringLiteral("."));
    const std::vector<Picture> pictures{
        {QStringLiteral("gil"), tests::handoffTrace(), 1.0},
        {QStringLiteral("gil-dark"), samples::gilHandoff(), 0.6, {1920, 1080}, ThemeId::Slate},
        {QStringLiteral("gil-contrast"), samples::gilHandoff(), 0.6, {1920, 1080}, ThemeId::HighContrast},
        {QStringLiteral("lost"),
         samples::lostUpdate(),
         0.8,
         {1920, 1080},
         ThemeId::Paper,
         Axis::Steps,
         {"variable/0"}},
        {QStringLiteral("mutex"),
         samples::mutexContention(),
         0.7,
         {1280, 800},
         ThemeId::Paper,
         Axis::Time,
         {"object/0"}},
        {QStringLiteral("deadlock"),
         samples::deadlock(),
         1.0,
         {1920, 1080},
         ThemeId::Paper,
         Axis::Time,
         {"object/0", "object/1"}},
        {QStringLiteral("many"), samples::manyThreads(16), 0.5},
        {QStringLiteral("many-dark"), samples::manyThreads(12), 0.5, {1024, 768}, ThemeId::Slate},
        {QStringLiteral("long"),
         samples::longRun(1000000),
         0.7,
         {1920, 1080},
         ThemeId::Paper,
         Axis::Time,
         {"object/0", "variable/0"}},
        {QStringLiteral("chinese"),
         tests::handoffTrace(),
         0.6,
         {1920, 1080},
         ThemeId::Paper,
         Axis::Time,
         {"gil"},
         Language::Chinese},
        {QStringLiteral("empty"), trace::Trace(), 0.5},
    };
    for (const Picture& picture : pictures)
        write(picture, folder);
}
