// A tool for eyes: build/<preset>/tests/pool/pool_pictures FOLDER
#include "pool/pool_panel.h"
#include "pool/pool_traces.h"
#include "scene/frame.h"
#include "scene/replay.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>

using namespace il;

namespace {

struct Run {
    const char* name;
    trace::Trace trace;
    double part; ///< of the run
};

std::vector<Run> runs()
{
    return {{"p4-start", samples::processPool(4, 12), 0.09}, {"p4", samples::processPool(4, 12), 0.6},
            {"p2", samples::processPool(2, 5), 0.4},         {"p5", samples::processPool(5, 40, 4), 0.5},
            {"p12", samples::processPool(12, 100, 3), 0.5},  {"p64", samples::processPool(64, 1000, 4), 0.5},
            {"t4", samples::threadPool(4, 12), 0.55},        {"t12", samples::threadPool(12, 30), 0.5},
            {"twin", samples::twinPools(4, 8), 0.9},         {"twin-early", samples::twinPools(4, 8), 0.3},
            {"troubles", samples::troubles(), 0.95},         {"tree", samples::forkTree(), 0.85},
            {"tree-mid", samples::forkTree(), 0.5},          {"many5", samples::manyProcesses(5), 0.7},
            {"many12", samples::manyProcesses(12), 0.7},     {"many100", samples::manyProcesses(100), 0.7}};
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication app(argc, argv);
    if (argc < 2)
        return 1;
    const auto panel = pool::makePanel();
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    for (const Run& run : runs()) {
        if (!only.isEmpty() && only != QLatin1String(run.name))
            continue;
        for (const auto language : {scene::Language::English, scene::Language::Chinese}) {
            for (const auto theme :
                 {scene::ThemeId::Paper, scene::ThemeId::Slate, scene::ThemeId::HighContrast}) {
                const auto last = static_cast<double>(run.trace.duration().ns);
                const std::size_t step = run.trace.stepAt({static_cast<std::int64_t>(last * run.part)});
                const trace::View view = run.trace.atStep(step);
                const scene::StageInput input{.trace = run.trace,
                                              .view = view,
                                              .step = step,
                                              .size = scene::stageSize({1920, 1080}),
                                              .theme = scene::Theme::of(theme),
                                              .words = scene::Words::of(language),
                                              .title = QLatin1String(run.name),
                                              .subtitle = {},
                                              .caption = {},
                                              .footer = {},
                                              .cues = {}};
                const scene::DisplayList list = scene::stage(input, *panel);
                scene::toImage(list, {1920, 1080})
                    .save(QDir(QString::fromLocal8Bit(argv[1]))
                              .filePath(QStringLiteral("%1-%2-%3.png")
                                            .arg(QLatin1String(run.name),
                                                 language == scene::Language::Chinese ? "zh" : "en",
                                                 scene::name(theme))));
            }
        }
    }
    return 0;
}
