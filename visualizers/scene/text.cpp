#include "scene/text.h"

#include <QCache>
#include <QFontMetricsF>
#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

struct FontKey {
    int px;
    int weight;
    bool mono;
    friend bool operator==(const FontKey&, const FontKey&) = default;
};

size_t qHash(const FontKey& key, size_t seed)
{
    return qHashMulti(seed, key.px, key.weight, key.mono);
}

int wholePx(const Font& font)
{
    return std::max(1, static_cast<int>(std::lround(font.px)));
}

/// Metrics of one font with the widths already asked for. Kept per thread: Qt's font engines are not shared.
struct Metrics {
    explicit Metrics(const QFont& f) : font(f), fm(f), ascent(fm.ascent()), height(fm.ascent() + fm.descent())
    {
    }
    QFont font;
    QFontMetricsF fm;
    double ascent, height;
    QCache<QString, double> widths{4096};
};

QFont makeFont(const Font& font)
{
    static const QStringList sansFamilies{QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"),
                                          QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")};
    static const QStringList monoFamilies{QStringLiteral("JetBrains Mono"),
                                          QStringLiteral("Noto Sans Mono CJK SC"),
                                          QStringLiteral("DejaVu Sans Mono")};
    const bool mono = font.family == FontFamily::Mono;
    QFont result(mono ? monoFamilies : sansFamilies, -1, font.weight);
    result.setPixelSize(wholePx(font));
    result.setHintingPreference(QFont::PreferNoHinting);
    // Coloured edges would suit one screen only, and differ between a window and a file.
    const int smooth = QFont::PreferAntialias | QFont::NoSubpixelAntialias;
    // Code is shown as it is typed: JetBrains Mono would draw "!=" as one sign, which is on no keyboard.
    result.setStyleHint(mono ? QFont::Monospace : QFont::SansSerif,
                        static_cast<QFont::StyleStrategy>(smooth | (mono ? QFont::PreferNoShaping : 0)));
    return result;
}

Metrics& metrics(const Font& font)
{
    thread_local QHash<FontKey, std::shared_ptr<Metrics>> all;
    auto& slot = all[{wholePx(font), font.weight, font.family == FontFamily::Mono}];
    if (!slot)
        slot = std::make_shared<Metrics>(makeFont(font));
    return *slot;
}

/// Length of the longest start of `text` (whole graphemes) that fits into `width`.
qsizetype fittingStart(const QString& text, const Font& font, double width)
{
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, text);
    std::vector<qsizetype> ends;
    while (graphemes.toNextBoundary() > 0)
        ends.push_back(graphemes.position());
    const auto over = std::partition_point(
        ends.begin(), ends.end(), [&](qsizetype end) { return textWidth(text.left(end), font) <= width; });
    return over == ends.begin() ? 0 : *(over - 1);
}

/// Length of the longest start of `text` that may be a line; 0 when not even its first character fits.
qsizetype lineEnd(const QString& text, const Font& font, double width)
{
    if (textWidth(text.trimmed(), font) <= width)
        return text.size();
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    qsizetype best = 0;
    for (qsizetype at = breaks.toNextBoundary(); at > 0; at = breaks.toNextBoundary()) {
        if (textWidth(text.left(at).trimmed(), font) > width)
            break;
        best = at;
    }
    if (best > 0)
        return best;
    return fittingStart(text, font, width);
}

} // namespace

const QFont& qfont(const Font& font)
{
    return metrics(font).font;
}

double qfontScale(const Font& font)
{
    return font.px / wholePx(font);
}

double textWidth(const QString& text, const Font& font)
{
    if (text.isEmpty())
        return 0;
    Metrics& m = metrics(font);
    double* known = m.widths.object(text);
    const double width = known ? *known : m.fm.horizontalAdvance(text);
    if (!known)
        m.widths.insert(text, new double(width)); // QCache owns it
    return width * qfontScale(font);
}

double lineHeight(const Font& font)
{
    return metrics(font).height * qfontScale(font);
}

double ascent(const Font& font)
{
    return metrics(font).ascent * qfontScale(font);
}

QString elide(const QString& text, const Font& font, double width)
{
    if (textWidth(text, font) <= width)
        return text;
    const QString dots(QChar(0x2026));
    const double room = width - textWidth(dots, font);
    if (room < 0)
        return {};
    QString start = text.left(fittingStart(text, font, room));
    while (!start.isEmpty() && start.back().isSpace())
        start.chop(1);
    return start + dots;
}

QStringList wrap(const QString& text, const Font& font, double width, int maxLines)
{
    QStringList lines;
    QString rest = text.trimmed();
    while (!rest.isEmpty() && lines.size() < maxLines) {
        if (lines.size() == maxLines - 1) {
            lines << elide(rest, font, width);
            break;
        }
        const qsizetype end = lineEnd(rest, font, width);
        if (end == 0)
            break;
        lines << rest.left(end).trimmed();
        rest = rest.mid(end).trimmed();
    }
    return lines;
}

Font fitted(const QString& text, const Font& font, double width, double minPx)
{
    Font result = font;
    while (result.px > minPx && textWidth(text, result) > width)
        result.px = std::max(minPx, std::ceil(result.px) - 1);
    return result;
}

} // namespace il::scene
