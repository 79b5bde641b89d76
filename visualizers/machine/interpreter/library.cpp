#include "machine/interpreter/library.h"

#include "script/compiler.h"

#include <cassert>
#include <cstdio>
#include <map>
#include <mutex>

namespace il::machine {

std::string_view preludeSource()
{
    return librarySource("_prelude");
}

std::string_view librarySource(std::string_view module)
{
    for (unsigned long i = 0; i < libraryFileCount; ++i)
        if (module == libraryFiles[i].module)
            return libraryFiles[i].source;
    return {};
}

std::shared_ptr<const script::Program> compiledSource(const std::string& module, std::string_view source)
{
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const script::Program>> cache;
    const std::lock_guard lock(mutex);
    const std::string key = module + '\n' + std::string(source);
    if (const auto found = cache.find(key); found != cache.end())
        return found->second;
    auto compiled = script::compile(source, module + ".py");
    if (!compiled) {
        std::fputs(script::render(compiled.error(), script::Locale::English).c_str(), stderr);
        assert(false && "the library doesn't compile");
        return nullptr;
    }
    auto program = std::make_shared<const script::Program>(std::move(*compiled));
    cache.emplace(key, program);
    return program;
}

} // namespace il::machine
