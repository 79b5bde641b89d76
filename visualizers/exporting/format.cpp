#include "exporting/format.h"

#include "exporting/pdf.h"
#include "exporting/png.h"
#include "exporting/pptx.h"
#include "exporting/svg.h"

#include <QCoreApplication>

#include <algorithm>

namespace il::exporting {

const std::vector<Format>& formats()
{
    static const std::vector<Format> all{
        {"png", "png", QT_TRANSLATE_NOOP("Formats", "PNG picture"), Files::Numbered, true, encodePng},
        {"svg", "svg", QT_TRANSLATE_NOOP("Formats", "SVG drawing"), Files::Numbered, true, encodeSvg},
        {"pdf", "pdf", QT_TRANSLATE_NOOP("Formats", "PDF document"), Files::Document, true, encodePdf},
        {"pptx", "pptx", QT_TRANSLATE_NOOP("Formats", "PowerPoint slides"), Files::Document, true,
         encodePptx},
        {"html", "html", QT_TRANSLATE_NOOP("Formats", "Web page that plays"), Files::Page, false, nullptr},
        {"gif", "gif", QT_TRANSLATE_NOOP("Formats", "Animated GIF"), Files::Film, false, nullptr},
        {"mp4", "mp4", QT_TRANSLATE_NOOP("Formats", "MP4 film"), Files::Film, false, nullptr},
        {"webm", "webm", QT_TRANSLATE_NOOP("Formats", "WebM film"), Files::Film, false, nullptr},
    };
    return all;
}

const Format* formatOfId(const QString& id)
{
    const auto& all = formats();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Format& one) { return id == QLatin1StringView(one.id); });
    return found == all.end() ? nullptr : &*found;
}

const Format* formatOfSuffix(const QString& suffix)
{
    const auto& all = formats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Format& one) {
        return suffix.compare(QLatin1StringView(one.suffix), Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}

bool goesOn(const Sheet& sheet, std::size_t done, std::size_t of)
{
    return !sheet.progress || sheet.progress(done, of);
}

} // namespace il::exporting
