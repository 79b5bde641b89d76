#include "options.h"

#include "../export/export.h"
#include "../language.h"
#include "../picture.h"
#include "cli.h"

#include "exporting/png.h"

#include <QFileInfo>

#include <cstdio>

namespace il::app::cli {
using namespace Qt::StringLiterals;

namespace {

scene::Language chosen = scene::Language::English;

/// The whole text as a number of that kind, or nothing.
template <typename T>
std::optional<T> number(const QString& text)
{
    bool ok = false;
    T value{};
    if constexpr (std::is_same_v<T, int>)
        value = text.toInt(&ok);
    else if constexpr (std::is_same_v<T, double>)
        value = text.toDouble(&ok);
    else
        value = static_cast<T>(text.toULongLong(&ok));
    return ok ? std::optional<T>(value) : std::nullopt;
}

/// NAME=VALUE in the kind that the script's own value has.
Result<lesson::Value> parameterValue(const lesson::Metadata& metadata, const QString& name,
                                     const QString& text)
{
    for (const lesson::Parameter& parameter : metadata.parameters) {
        if (QString::fromStdString(parameter.name) != name)
            continue;
        if (std::holds_alternative<std::string>(parameter.value))
            return lesson::Value(text.toStdString());
        if (std::holds_alternative<bool>(parameter.value) && (text == "True"_L1 || text == "False"_L1))
            return lesson::Value(text == "True"_L1);
        bool ok = false;
        if (const qlonglong whole = text.toLongLong(&ok);
            ok && !std::holds_alternative<bool>(parameter.value))
            return std::holds_alternative<double>(parameter.value) ? lesson::Value(static_cast<double>(whole))
                                                                   : lesson::Value(std::int64_t{whole});
        if (const auto real = number<double>(text); real && std::holds_alternative<double>(parameter.value))
            return lesson::Value(*real);
        return tl::unexpected(Tr::tr("\"%1\" is not a value for the parameter %2.").arg(text, name));
    }
    return tl::unexpected(Tr::tr("The script has no parameter \"%1\".").arg(name));
}

Result<void> readParameters(const QStringList& assignments, const lesson::Metadata& metadata,
                            RunOptions& options)
{
    for (const QString& assignment : assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return tl::unexpected(Tr::tr("--set needs NAME=VALUE, not \"%1\".").arg(assignment));
        const QString name = assignment.left(equals);
        const auto value = parameterValue(metadata, name, assignment.mid(equals + 1));
        if (!value)
            return tl::unexpected(value.error());
        options.parameters[name.toStdString()] = *value;
    }
    return {};
}

} // namespace

scene::Language language()
{
    return chosen;
}
void setLanguage(scene::Language language)
{
    chosen = language;
}

void printRaw(const std::string& bytes)
{
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}
void print(const QString& text)
{
    printRaw(text.toStdString());
}

void printError(const QString& text)
{
    std::string bytes = text.toStdString();
    if (!text.endsWith(u'\n'))
        bytes += '\n';
    std::fwrite(bytes.data(), 1, bytes.size(), stderr);
}

int refuse(const QString& message)
{
    printError(message);
    return Refused;
}

QString rendered(const Diagnostics& problems)
{
    std::string text;
    for (const script::Diagnostic& problem : problems)
        text += script::render(problem, localeOf(chosen));
    return QString::fromStdString(text);
}

int refuse(const Diagnostics& problems)
{
    return refuse(rendered(problems));
}

std::optional<int> parse(QCommandLineParser& parser, const char* command, const QStringList& arguments)
{
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s}, Tr::tr("Shows this help."));
    parser.addOption(help);
    parser.addOption({u"lang"_s, Tr::tr("Language: en or zh."), u"L"_s});
    const QString name = u"interleave "_s + QLatin1StringView(command);
    if (!parser.parse(QStringList{name} + arguments))
        return refuse(Tr::tr("%1: %2\nTry \"%1 --help\".").arg(name, parser.errorText()));
    if (parser.isSet(help)) {
        const QString program = QCoreApplication::arguments().value(0);
        print(parser.helpText().replace(program, u"interleave"_s));
        return Done;
    }
    return std::nullopt;
}

void addRunOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {u"seed"_s,
         Tr::tr("Chooses another order of what is left to chance; the same number gives the same run."),
         u"N"_s},
        {u"schedule"_s, Tr::tr("Replays a run: \"default\", \"seed:N\" or \"p:...\"."), u"S"_s},
        {u"cores"_s, Tr::tr("Cores of the simulated computer."), u"N"_s},
        {u"python"_s, Tr::tr("The interpreter that is modelled: 2.7, 3.2 to 3.13, 3.13t."), u"V"_s},
        {u"set"_s, Tr::tr("Changes a parameter of the script."), u"NAME=VALUE"_s},
    });
}

Result<RunOptions> runOptions(const QCommandLineParser& parser, const lesson::Metadata& metadata)
{
    RunOptions options;
    if (parser.isSet(u"seed"_s) && parser.isSet(u"schedule"_s))
        return tl::unexpected(Tr::tr("Give --seed or --schedule, not both."));
    if (parser.isSet(u"seed"_s)) {
        const auto seed = number<std::uint64_t>(parser.value(u"seed"_s));
        if (!seed)
            return tl::unexpected(
                Tr::tr("--seed needs a whole number, not \"%1\".").arg(parser.value(u"seed"_s)));
        options.schedule = "seed:" + std::to_string(*seed);
    }
    if (parser.isSet(u"schedule"_s))
        options.schedule = parser.value(u"schedule"_s).toStdString();
    if (parser.isSet(u"cores"_s)) {
        options.cores = number<int>(parser.value(u"cores"_s));
        if (!options.cores)
            return tl::unexpected(
                Tr::tr("--cores needs a whole number, not \"%1\".").arg(parser.value(u"cores"_s)));
    }
    if (parser.isSet(u"python"_s))
        options.python = parser.value(u"python"_s).toStdString();
    if (const auto read = readParameters(parser.values(u"set"_s), metadata, options); !read)
        return tl::unexpected(read.error());
    return options;
}

void addPictureOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {u"size"_s, Tr::tr("Size of the pictures in pixels; 1920x1080 without it."), u"WxH"_s,
         u"1920x1080"_s},
        {u"theme"_s, Tr::tr("paper, slate or contrast."), u"T"_s, u"paper"_s},
        {u"panel"_s, Tr::tr("Which picture of the run; the script names one itself."), u"P"_s},
        {u"variant"_s, Tr::tr("Which of the panel's views; its first without it."), u"V"_s},
    });
}

Result<QSize> sizeOption(const QCommandLineParser& parser)
{
    const QStringList parts = parser.value(u"size"_s).toLower().split(u'x');
    const auto width = number<int>(parts.value(0)), height = number<int>(parts.value(1));
    if (parts.size() != 2 || !width || !height)
        return tl::unexpected(Tr::tr("--size needs WIDTHxHEIGHT, for example 1920x1080, not \"%1\".")
                                  .arg(parser.value(u"size"_s)));
    const QSize size(*width, *height);
    if (!exporting::isPossible(size))
        return tl::unexpected(message({exporting::Trouble::Size}));
    return size;
}

Result<scene::ThemeId> themeOption(const QCommandLineParser& parser)
{
    scene::ThemeId theme{};
    if (!scene::themeFromName(parser.value(u"theme"_s), theme))
        return tl::unexpected(
            Tr::tr("There is no theme \"%1\": use paper, slate or contrast.").arg(parser.value(u"theme"_s)));
    return theme;
}

Result<std::string> panelOption(const QCommandLineParser& parser, const Run& run)
{
    if (!parser.isSet(u"panel"_s))
        return run.panel;
    const std::string id = parser.value(u"panel"_s).toStdString();
    if (panelOfId(id) != nullptr)
        return id;
    QStringList known;
    for (const auto& panel : scene::panels())
        known.append(QString::fromStdString(panel->info().id));
    return tl::unexpected(Tr::tr("There is no panel \"%1\". There are: %2.")
                              .arg(parser.value(u"panel"_s), known.join(u", "_s)));
}

Result<std::string> variantOption(const QCommandLineParser& parser, const std::string& panel)
{
    const std::string wanted = parser.value(u"variant"_s).toStdString();
    const scene::Panel* shown = panelOfId(panel);
    if (wanted.empty() || shown == nullptr)
        return std::string();
    QStringList known;
    for (const scene::PanelVariant& variant : shown->variants(scene::Words::of(chosen))) {
        if (variant.id == wanted)
            return wanted;
        known.append(QString::fromStdString(variant.id));
    }
    return tl::unexpected(Tr::tr("The panel \"%1\" has no view \"%2\". It has: %3.")
                              .arg(QString::fromStdString(panel), parser.value(u"variant"_s),
                                   known.isEmpty() ? Tr::tr("only one") : known.join(u", "_s)));
}

Result<LessonPtr> openSubject(const QString& name)
{
    const auto shown = [](auto opened) -> Result<LessonPtr> {
        if (!opened)
            return tl::unexpected(rendered(opened.error()));
        return *opened;
    };
    const std::filesystem::path path(name.toStdString());
    if (QFileInfo(name).isDir() && isLessonFolder(path))
        return shown(loadLesson(path));
    if (QFileInfo::exists(name) || name.endsWith(".py"_L1) || name.contains(u'/'))
        return shown(loadFile(path));
    const auto folders = lessonFolders(lessonRoots());
    for (const LessonFolder& folder : folders)
        if (folder.id == name.toStdString())
            return shown(loadLesson(folder.path));
    QStringList near;
    for (const std::string& id : nearIds(folders, name.toStdString()))
        near.append(QString::fromStdString(id));
    const QString unknown = Tr::tr("There is no file and no lesson \"%1\".").arg(name);
    const QString hint = near.isEmpty() ? Tr::tr("\"interleave list\" shows the lessons.")
                                        : Tr::tr("Did you mean: %1?").arg(near.join(u", "_s));
    return tl::unexpected(unknown + u' ' + hint);
}

} // namespace il::app::cli
