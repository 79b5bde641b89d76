// What the commands share: options with their meaning, and how problems are told.
#pragma once

#include "../run.h"

#include "scene/theme.h"
#include "scene/words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSize>

namespace il::app::cli {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

template <typename T>
using Result = tl::expected<T, QString>; ///< the error is for people

scene::Language language(); ///< as chosen at the start
void setLanguage(scene::Language language);

void print(const QString& text);         ///< to standard output, as UTF-8
void printRaw(const std::string& bytes); ///< unchanged
void printError(const QString& text);    ///< to standard error, with a line end
int refuse(const QString& message);      ///< tells it on standard error and gives the exit status 2
int refuse(const Diagnostics& problems);

/// Parses `arguments`; the exit status when the command is to end here (--help, or a wrong option).
std::optional<int> parse(QCommandLineParser& parser, const char* command, const QStringList& arguments);

void addRunOptions(QCommandLineParser& parser); ///< --seed, --schedule, --cores, --python, --set
Result<RunOptions> runOptions(const QCommandLineParser& parser, const lesson::Metadata& metadata);

void addPictureOptions(QCommandLineParser& parser); ///< --size, --theme, --panel, --variant
Result<QSize> sizeOption(const QCommandLineParser& parser);
Result<scene::ThemeId> themeOption(const QCommandLineParser& parser);
Result<std::string> panelOption(const QCommandLineParser& parser, const Run& run);
Result<std::string> variantOption(const QCommandLineParser& parser, const std::string& panel);

/// A file or a lesson's id as a lesson. Error: the rendered diagnostics, or near names.
Result<LessonPtr> openSubject(const QString& name);

QString rendered(const Diagnostics& problems); ///< in the chosen language

} // namespace il::app::cli
