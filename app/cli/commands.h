// The commands; each gets the arguments after its name and returns the exit status.
#pragma once

#include <QStringList>

namespace il::app::cli {

int runCommand(const QStringList& arguments);
int exportCommand(const QStringList& arguments);
int chartCommand(const QStringList& arguments);
int checkCommand(const QStringList& arguments);
int listCommand(const QStringList& arguments);
int tourCommand(const QStringList& arguments);

} // namespace il::app::cli
