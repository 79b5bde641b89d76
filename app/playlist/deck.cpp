#include "deck.h"

#include "../export/slide_files.h"
#include "../export/slides.h"
#include "resolve.h"

#include "scene/lane_memo.h"

#include <QCoreApplication>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Playlist)
};

/// The moments that an entry shows; the error is for people.
tl::expected<std::vector<Instant>, QString> instantsOf(const Run& run, const PlaylistEntry& entry)
{
    if (entry.cue.isEmpty())
        return everyCue(run).instants;
    for (const scene::CueMark& cue : run.cues)
        if (cue.name == entry.cue)
            return std::vector{atStep(run.trace(), cue.step)};
    return tl::unexpected(Tr::tr("The run doesn't reach the cue \"%1\".").arg(entry.cue));
}

QString joined(const QString& first, const QString& second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + u"\n\n"_s + second;
}

tl::expected<std::vector<exporting::Slide>, QString> slidesOf(const PlaylistEntry& entry, std::size_t number,
                                                              const std::vector<LibraryEntry>& library,
                                                              const DeckLook& look)
{
    const auto resolved = resolve(entry, library);
    if (!resolved)
        return tl::unexpected(resolved.error());
    const lesson::Metadata& metadata = resolved->lesson->scripts[resolved->script].metadata;
    auto prepared = prepare(metadata, entry.options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const RunPtr run = execute(resolved->lesson, resolved->script, entry.options, std::move(*prepared));
    const auto instants = instantsOf(*run, entry);
    if (!instants)
        return tl::unexpected(instants.error());
    const std::string panel = entry.panel.toStdString();
    const PictureOf wanted{.step = 0,
                           .now = {},
                           .panel = panelOfId(panel) != nullptr ? panel : run->panel,
                           .variant = entry.variant.toStdString(),
                           .pixels = QSizeF(look.pixels),
                           .theme = look.theme,
                           .language = look.language};
    std::vector<exporting::Slide> slides;
    scene::LaneMemo memo;
    for (const Instant& at : *instants) {
        exporting::Slide slide = slideAt(*run, wanted, at, &memo);
        slide.name = u"%1-%2"_s.arg(number).arg(slide.name);
        if (!entry.title.isEmpty())
            slide.title = slide.title.isEmpty() ? entry.title : entry.title + u": "_s + slide.title;
        if (slides.empty())
            slide.notes = joined(entry.notes, slide.notes);
        slides.push_back(std::move(slide));
    }
    return slides;
}

} // namespace

Deck makeDeck(const Playlist& playlist, const std::vector<LibraryEntry>& library, const DeckLook& look,
              const exporting::Progress& progress)
{
    Deck deck;
    for (std::size_t i = 0; i < playlist.entries.size(); ++i) {
        auto slides = slidesOf(playlist.entries[i], i + 1, library, look);
        if (slides)
            std::move(slides->begin(), slides->end(), std::back_inserter(deck.slides));
        else
            deck.problems.append(
                u"%1 (%2): %3"_s.arg(i + 1).arg(nameOf(playlist.entries[i]), slides.error()));
        if (progress && !progress(i + 1, playlist.entries.size()))
            break;
    }
    return deck;
}

exporting::Result<QStringList> writeDeck(const Deck& deck, const QString& title, const DeckLook& look,
                                         const exporting::Format& format, const QString& path)
{
    return writeSlides(deck.slides, format,
                       {.pixels = look.pixels, .title = title, .language = look.language}, path);
}

} // namespace il::app
