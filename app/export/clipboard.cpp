#include "clipboard.h"

#include "slides.h"

#include "exporting/png.h"
#include "exporting/svg.h"

#include <QImage>

namespace il::app {
using namespace Qt::StringLiterals;

std::unique_ptr<QMimeData> clipboardPicture(const Run& run, const PictureOf& wanted)
{
    const exporting::Slide slide = slideAt(run, wanted, {wanted.step, wanted.now});
    const QSize pixels = wanted.pixels.toSize();
    auto data = std::make_unique<QMimeData>();
    data->setImageData(exporting::image(slide.list, pixels, false));
    const exporting::Sheet sheet{.pixels = pixels,
                                 .title = titleOf(*run.lesson, run.script, wanted.language),
                                 .language = wanted.language};
    if (const auto drawing = exporting::svg(slide, sheet))
        data->setData(u"image/svg+xml"_s, *drawing);
    return data;
}

} // namespace il::app
