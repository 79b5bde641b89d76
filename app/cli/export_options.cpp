#include "export_options.h"

#include <QFileInfo>

namespace il::app::cli {
using namespace Qt::StringLiterals;

Result<std::size_t> scriptOfName(const lesson::Lesson& lesson, const QString& name, const QString& subject)
{
    QStringList names;
    for (std::size_t i = 0; i < lesson.scripts.size(); ++i) {
        names.append(QString::fromStdString(lesson.scripts[i].name));
        if (name.isEmpty() || names.back() == name)
            return i;
    }
    return tl::unexpected(
        Tr::tr("There is no script \"%1\" in %2. There are: %3.").arg(name, subject, names.join(u", "_s)));
}

Result<RunPtr> runScript(const LessonPtr& lesson, std::size_t script, const RunOptions& options)
{
    auto prepared = prepare(lesson->scripts[script].metadata, options);
    if (!prepared)
        return tl::unexpected(prepared.error());
    return execute(lesson, script, options, std::move(*prepared));
}

Result<RunPtr> runSubject(const QCommandLineParser& parser, const QString& subject)
{
    const auto lesson = openSubject(subject);
    if (!lesson)
        return tl::unexpected(lesson.error());
    const auto script = scriptOfName(**lesson, parser.value(u"script"_s), subject);
    if (!script)
        return tl::unexpected(script.error());
    const auto options = runOptions(parser, (*lesson)->scripts[*script].metadata);
    if (!options)
        return tl::unexpected(options.error());
    return runScript(*lesson, *script, *options);
}

Result<PictureOf> pictureOptions(const QCommandLineParser& parser, const Run& run)
{
    const auto size = sizeOption(parser);
    const auto theme = themeOption(parser);
    const auto panel = panelOption(parser, run);
    if (!size || !theme || !panel)
        return tl::unexpected(!size ? size.error() : !theme ? theme.error() : panel.error());
    const auto variant = variantOption(parser, *panel);
    if (!variant)
        return tl::unexpected(variant.error());
    return PictureOf{.step = 0,
                     .now = {},
                     .panel = *panel,
                     .variant = *variant,
                     .pixels = *size,
                     .theme = *theme,
                     .language = language()};
}

QString knownFormats()
{
    QStringList ids;
    for (const exporting::Format& format : exporting::formats())
        ids.append(QString::fromLatin1(format.id));
    return ids.join(u", "_s);
}

Result<const exporting::Format*> formatOption(const QCommandLineParser& parser)
{
    const QString wanted = parser.value(u"format"_s).toLower();
    const QString suffix = QFileInfo(parser.value(u"output"_s)).suffix();
    const exporting::Format* format = !wanted.isEmpty()  ? exporting::formatOfId(wanted)
                                      : suffix.isEmpty() ? &exporting::formats().front()
                                                         : exporting::formatOfSuffix(suffix);
    if (format != nullptr)
        return format;
    return tl::unexpected((wanted.isEmpty()
                               ? Tr::tr("There is no format for files named .%1. Give --format, one of: %2.")
                               : Tr::tr("There is no format \"%1\". There are: %2."))
                              .arg(wanted.isEmpty() ? suffix : wanted, knownFormats()));
}

Result<bool> transparentOption(const QCommandLineParser& parser, const exporting::Format& format)
{
    const bool isTransparent = parser.isSet(u"transparent"_s);
    if (isTransparent && !format.canBeTransparent)
        return tl::unexpected(
            Tr::tr("--transparent: %1 files always have a background.").arg(QString::fromLatin1(format.id)));
    return isTransparent;
}

} // namespace il::app::cli
