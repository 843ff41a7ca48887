#include <house/core/core_world.h>
#include <house/journal/journal_checkers.h>
#include <house/run/house.h>
#include <house/run/seeds.h>
#include <house/world/hall_world.h>

#include <cstdio>
#include <map>
#include <string_view>

using namespace starqueue::house;

namespace {

using Furnish = void (*)(House&);

/// Null: there is no such world.
Furnish worldOf(const Options& options)
{
    static const std::map<std::string, Furnish> all{{"hall", furnishWithHall},
                                                    {"journal", furnishWithJournal}};
    static const std::map<std::string, Furnish> withCore{{"hall", furnishWithCore}};
    const auto& worlds = options.core ? withCore : all;
    const auto found = worlds.find(options.world);
    return found == worlds.end() ? nullptr : found->second;
}

} // namespace

int main(int argc, char** argv)
{
    Kernel::prepare(argv);
    if (argc == 2 && std::string_view{argv[1]} == "--help") {
        std::fputs(kUsage, stdout);
        return 0;
    }
    const auto options = parseOptions({argv + 1, argv + argc});
    const Furnish furnish = options ? worldOf(*options) : nullptr;
    if (furnish == nullptr) {
        const std::string why =
            options ? "there is no world " + options->world + (options->core ? " with a core" : "")
                    : options.error();
        std::fprintf(stderr, "house: %s\n%s", why.c_str(), kUsage);
        return 2;
    }
    const Run run = [furnish](const Options& its) {
        House house{its};
        furnish(house);
        return house.run();
    };
    return runSeeds(run, *options) ? 0 : 1;
}
