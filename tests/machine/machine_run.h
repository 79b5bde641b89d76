// Compiles and runs a program in one go, for tests.
#pragma once

#include "machine/machine.h"
#include "script/compiler.h"

#include <cstdio>
#include <string>
#include <string_view>

/// A program that doesn't compile gives its diagnostic as `err` and exit status -1.
inline il::machine::Result runText(std::string_view text, const il::machine::Config& config,
                                   std::string_view schedule = "default")
{
    const auto program = il::script::compile(text, "test.py");
    if (!program) {
        il::machine::Result result;
        result.err = il::script::render(program.error(), il::script::Locale::English);
        result.exitStatus = -1;
        return result;
    }
    return il::machine::run(*program, config, *il::machine::Schedule::parse(schedule));
}

inline il::machine::Config configFor(std::string_view version, int cores = 2)
{
    il::machine::Config config;
    config.cores = cores;
    config.version = *il::machine::PythonVersion::parse(version);
    config.costs = il::machine::Costs::of(config.version);
    return config;
}
