// Options that say what is exported, of one run and of twins.
#pragma once

#include "../picture.h"
#include "options.h"

#include "exporting/format.h"

namespace il::app::cli {

/// The script called `name`, "" the first. Error: its lesson (`subject`) has none such.
Result<std::size_t> scriptOfName(const lesson::Lesson& lesson, const QString& name, const QString& subject);

/// The run of a lesson's script as addRunOptions() and --script say.
Result<RunPtr> runSubject(const QCommandLineParser& parser, const QString& subject);
Result<RunPtr> runScript(const LessonPtr& lesson, std::size_t script, const RunOptions& options);

/// As addPictureOptions() say; its step and time are nothing.
Result<PictureOf> pictureOptions(const QCommandLineParser& parser, const Run& run);

QString knownFormats(); ///< "png, svg, ..."
/// What --format says, else what the file's name says; PNG for a name that says nothing.
Result<const exporting::Format*> formatOption(const QCommandLineParser& parser);
/// --transparent, for a format that can be.
Result<bool> transparentOption(const QCommandLineParser& parser, const exporting::Format& format);

} // namespace il::app::cli
