#include "chart_pictures.h"

#include "trace/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace il::app {
using charts::Picture; // unqualified, or lupdate loses its way

namespace {

struct PictureTr {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

QString idealName(charts::Measure measure, const charts::Effect& effect)
{
    if (measure == charts::Measure::SpeedUp)
        return effect.sharesWork ? PictureTr::tr("ideal: in proportion") : PictureTr::tr("no change");
    if (measure == charts::Measure::Time && effect.sharesWork && !effect.workGrows)
        return PictureTr::tr("ideal: work shared out");
    if (measure == charts::Measure::Time && !effect.sharesWork && effect.workGrows)
        return PictureTr::tr("in proportion");
    return PictureTr::tr("ideal: stays the same");
}

QString describe(const Picture& picture, const charts::Plot& plot, const charts::Effect& effect,
                 charts::Measure measure, std::size_t unfinished)
{
    const auto& points = plot.curves.front().points;
    QString text =
        PictureTr::tr("%1 from %2 to %3: %4 goes from %5 to %6.")
            .arg(picture.xTitle, charts::numberText(points.front().x), charts::numberText(points.back().x),
                 picture.yTitle, charts::numberText(points.front().y), charts::numberText(points.back().y));
    if (measure == charts::Measure::SpeedUp && effect.workGrows)
        text += u' ' + PictureTr::tr("The work grows with it, so work per time is compared.");
    if (unfinished > 0)
        text += u' ' + PictureTr::tr("Runs that didn't finish and are left out: %1.").arg(unfinished);
    return text;
}

QString curveName(const charts::Curve& curve)
{
    const std::string_view model = trace::name(static_cast<trace::PollModel>(curve.model));
    return curve.model == 0 ? PictureTr::tr("measured")
                            : QString::fromUtf8(model.data(), static_cast<qsizetype>(model.size()));
}

void fit(Picture& picture)
{
    const double first = picture.series.front().points.front().x(),
                 last = picture.series.front().points.back().x();
    const double margin = (last - first) * 0.02; // for the marks
    picture.xFrom = first - margin;
    picture.xTo = last + margin;
    double top = 0;
    for (const charts::Series& series : picture.series)
        for (const QPointF& point : series.points)
            top = std::max(top, point.y());
    picture.yTo = top > 0 ? top * 1.04 : 1;
}

charts::Series lineOf(const QString& name, const QColor& color, bool dashed,
                      const std::vector<charts::Point>& points)
{
    charts::Series series{name, color, {}, Qt::SolidPattern, dashed, {}};
    for (const charts::Point& point : points)
        series.points.emplace_back(point.x, point.y);
    return series;
}

} // namespace

Picture experimentPicture(const std::vector<charts::Sample>& samples, const SweepParameter& parameter,
                          charts::Measure measure, const scene::Theme& theme)
{
    Picture picture;
    picture.form = charts::Form::Lines;
    picture.title = titleOf(ChartKind::Experiment);
    picture.xTitle = parameter.label;
    picture.yTitle = titleOf(measure);
    picture.wholeX = parameter.whole;
    picture.empty = PictureTr::tr("Runs the program once for each value and compares the runs.");
    const charts::Effect effect = effectOf(samples, parameter.sharesWork);
    const charts::Plot plot = charts::plot(samples, measure, effect);
    const auto unfinished = static_cast<std::size_t>(
        std::count_if(samples.begin(), samples.end(), [](const auto& sample) { return !sample.finished; }));
    if (plot.curves.empty()) {
        if (unfinished > 0)
            picture.empty = PictureTr::tr("Runs that didn't finish and are left out: %1.").arg(unfinished);
        return picture;
    }
    const std::array colors{theme.mark(theme.accent), theme.mark(theme.thread(1)),
                            theme.mark(theme.thread(2)), theme.mark(theme.thread(3))};
    for (const charts::Curve& curve : plot.curves)
        picture.series.push_back(
            lineOf(curveName(curve), colors[static_cast<std::size_t>(curve.model)], false, curve.points));
    if (!plot.ideal.empty())
        picture.series.push_back(lineOf(idealName(measure, effect), theme.ink2, true, plot.ideal));
    fit(picture);
    picture.description = describe(picture, plot, effect, measure, unfinished);
    return picture;
}

} // namespace il::app
