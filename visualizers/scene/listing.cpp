#include "scene/listing.h"

#include "scene/highlight.h"

#include <QStringList>

#include <algorithm>

namespace il::scene {
namespace {

/// Lines [0, result) are the PEP 723 block and what precedes it; 0 when the script has none.
qsizetype metadataEnd(const QStringList& lines)
{
    qsizetype i = 0;
    while (i < lines.size() && (lines[i].trimmed().isEmpty() || lines[i].startsWith(QLatin1String("#!"))))
        ++i;
    if (i >= lines.size() || lines[i].trimmed() != QLatin1String("# /// script"))
        return 0;
    for (++i; i < lines.size() && lines[i].startsWith(QLatin1Char('#')); ++i)
        if (lines[i].trimmed() == QLatin1String("# ///"))
            return i + 1;
    return 0;
}

QString withoutTrailingSpace(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

/// Takes the cue comment at the end of a line off its runs and its text.
void dropCue(ListingLine& line)
{
    if (line.runs.empty() || !line.runs.back().text.startsWith(QLatin1String("#:")))
        return;
    line.text = withoutTrailingSpace(line.text.left(line.runs.back().column));
    line.runs.pop_back();
}

} // namespace

int Listing::indexOf(int number) const
{
    const auto after = std::upper_bound(lines.begin(), lines.end(), number,
                                        [](int n, const ListingLine& line) { return n < line.number; });
    return static_cast<int>(after - lines.begin()) - 1;
}

int Listing::longLine() const
{
    if (lines.empty())
        return 0;
    std::vector<qsizetype> lengths;
    for (const ListingLine& line : lines)
        lengths.push_back(line.text.size());
    const auto at = lengths.begin() + (static_cast<std::ptrdiff_t>(lengths.size()) - 1) * 9 / 10;
    std::nth_element(lengths.begin(), at, lengths.end());
    return static_cast<int>(*at);
}

Listing makeListing(const std::string& source)
{
    QString text = QString::fromUtf8(source.data(), static_cast<qsizetype>(source.size()));
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\t'), QLatin1String("    "));
    const QStringList all = text.split(QLatin1Char('\n'));
    const std::vector<std::vector<CodeRun>> runs = highlight(all);
    Listing listing;
    for (qsizetype i = metadataEnd(all); i < all.size(); ++i) {
        ListingLine line{static_cast<int>(i) + 1, withoutTrailingSpace(all[i]),
                         runs[static_cast<std::size_t>(i)]};
        const bool wasBlank = line.text.isEmpty();
        dropCue(line);
        const bool blank = line.text.isEmpty();
        const bool afterBlank = listing.lines.empty() || listing.lines.back().text.isEmpty();
        if (blank && (!wasBlank || afterBlank))
            continue;
        listing.lines.push_back(std::move(line));
    }
    while (!listing.lines.empty() && listing.lines.back().text.isEmpty())
        listing.lines.pop_back();
    return listing;
}

std::shared_ptr<const Listing> cachedListing(const std::string& source)
{
    thread_local std::string lastSource;
    thread_local std::shared_ptr<const Listing> last;
    if (!last || lastSource != source) {
        last = std::make_shared<Listing>(makeListing(source));
        lastSource = source;
    }
    return last;
}

} // namespace il::scene
