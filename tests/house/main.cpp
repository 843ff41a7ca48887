#include <house/hall/hall_world.h>
#include <house/journal/journal_checkers.h>
#include <house/run/house.h>
#include <house/run/seeds.h>

#include <cstdio>
#include <map>

using namespace starqueue::house;

namespace {

using Furnish = void (*)(House&);

const std::map<std::string, Furnish> kWorlds{{"hall", furnishWithHall}, {"journal", furnishWithJournal}};

} // namespace

int main(int argc, char** argv)
{
    Kernel::prepare(argv);
    const auto options = parseOptions({argv + 1, argv + argc});
    if (!options || !kWorlds.contains(options->world)) {
        std::fprintf(stderr, "house: %s\n%s",
                     options ? ("there is no world " + options->world).c_str() : options.error().c_str(),
                     kUsage);
        return 2;
    }
    const Run run = [furnish = kWorlds.at(options->world)](const Options& its) {
        House house{its};
        furnish(house);
        return house.run();
    };
    return runSeeds(run, *options) ? 0 : 1;
}
