#include "twin_files.h"

#include <QCoreApplication>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

const QString parting = u"parting"_s;

/// By the names that can be typed, the left run's first: what both reach, but not at once, is then its cue.
std::vector<scene::CueMark> withoutSigns(std::vector<scene::CueMark> cues)
{
    std::stable_partition(cues.begin(), cues.end(),
                          [](const scene::CueMark& cue) { return !cue.name.endsWith(u" ›"_s); });
    for (scene::CueMark& cue : cues) {
        if (cue.name == u"≠"_s)
            cue.name = parting;
        else if (cue.name.startsWith(u"‹ "_s))
            cue.name.remove(0, 2);
        else if (cue.name.endsWith(u" ›"_s))
            cue.name.chop(2);
    }
    return cues;
}

} // namespace

tl::expected<Selection, QString> selectionOf(const Twins& twins, const QString& text)
{
    const trace::Trace& clock = twins.clock.trace();
    if (text.isEmpty() || text == "all"_L1)
        return selectionOf(clock, twins.cues, text);
    if (text.contains(parting) && !twins.divergence)
        return tl::unexpected(Tr::tr("--at: the two runs don't part: both do the same throughout."));
    const bool signs =
        text.contains(QChar(0x2039)) || text.contains(QChar(0x203A)) || text.contains(QChar(0x2260));
    return selectionOf(clock, signs ? twins.cues : withoutSigns(twins.cues), text);
}

exporting::Result<QStringList> exportTwins(const Twins& twins, TwinPictureOf wanted, const Selection& what,
                                           const exporting::Format& format, bool transparent,
                                           const QString& path)
{
    if (what.instants.size() > exporting::maxSlides)
        return tl::unexpected(
            exporting::Error{exporting::Trouble::TooMany, QString::number(what.instants.size())});
    TwinMemo memo;
    std::vector<exporting::Slide> slides;
    for (const Instant& at : what.instants) {
        wanted.step = at.step;
        wanted.now = at.now;
        slides.push_back(twinSlide(twins, wanted, &memo));
    }
    return writeSlides(slides, format,
                       {.pixels = wanted.pixels.toSize(),
                        .transparent = transparent,
                        .title = slides.front().title,
                        .language = wanted.language},
                       path);
}

} // namespace il::app
