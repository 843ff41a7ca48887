#include <house/hall/hall_program.h>

#include <house/hall/varied_rules.h>

#include <hall/service/calendar/business_day.h>
#include <hall/settings/default_hall.h>

#include <support/phone_pages.h>

#include <gperftools/malloc_extension.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace starqueue::house {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr double kForesees = 0.1;     ///< forecasts cost more than all the rest
constexpr double kKilledAtOnce = 0.3; ///< when the journal failed

std::size_t memoryInUse()
{
    std::size_t bytes = 0;
    if (!MallocExtension::instance()->GetNumericProperty("generic.current_allocated_bytes", &bytes))
        throw std::logic_error("the allocator doesn't say what it has given out");
    return bytes;
}

} // namespace

HallProgram::HallProgram(House& house, Rules rules)
    : m_house(house), m_rules(rules), m_random(house.random("hall program")), m_agenda(house.agenda()),
      m_folder("/hall", house.files()), m_network(house.agenda(), house.random("network")),
      m_foresees(m_random.chance(kForesees))
{
    spdlog::set_level(spdlog::level::off);
    for (const char* what : {"the power went while the hall started", "a commit of unknown fate",
                             "a rotten report.db was replaced"})
        m_house.sometimes().expect(what);
    const std::string text = starqueue::test::withPhonePages(std::string{settings::defaultHall()}) +
                             "\n[cases]\ncontact_working_days = 1\nclose_working_days = 15\n";
    if (!house.files().replace(settingsFile(), text, files::Readers::Everybody))
        throw std::runtime_error("a new disk takes no settings");
}

HallProgram::~HallProgram()
{
    m_house.disk().onDeath({});
    m_house.disk().crash();
    for (const auto& line : m_network.lines())
        line->hallDies(true);
    m_busy = true;
    m_service.reset();
}

void HallProgram::start()
{
    m_house.disk().onDeath([this] { onDeath(); });
    open();
}

std::shared_ptr<Line> HallProgram::connect(const std::string& address)
{
    if (m_network.isPulled(address))
        return m_network.newLine(address);
    if (!isUp())
        return nullptr;
    auto line = m_network.newLine(address);
    m_house.agenda().after(m_network.anyDelay(address), [this, line, address] {
        if (!isUp() || !m_loop->accept(line->socket(), {address, false}))
            line->hallDies(true);
    });
    return line;
}

Date HallProgram::dateAt(time::WallTime at) const
{
    static const auto kSettings =
        settings::parseHallSettings(std::string(settings::defaultHall()), "hall.toml").value();
    static const auto kZone = time::HallZone::named(kSettings.timeZone).value();
    return hall::businessDate(kZone, kSettings.dayStarts, at);
}

std::size_t HallProgram::connections()
{
    const auto lines = m_network.lines();
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [](const auto& line) { return line->isHeldByHall(); }));
}

void HallProgram::look(std::function<void(const Snapshot&)> then)
{
    if (!isUp())
        return;
    m_service->ask([this, then = std::move(then)](const db::View& view) -> db::Release {
        return [this, then, copy = Snapshot{view.state, view.seq, view.now}](db::Fate fate) {
            if (fate == db::Fate::Committed && isUp())
                then(copy);
        };
    });
}

void HallProgram::open()
{
    m_busy = true;
    m_service = startService();
    m_busy = false;
    if (m_house.disk().isDead()) {
        m_house.sometimes().saw("the power went while the hall started");
        return bury();
    }
    if (!m_service) {
        m_house.tell({"hall", "can't open"});
        return m_house.disk().crash();
    }
    m_house.agenda().after(seconds{1}, [this] { lookForRottenReport(); });
    m_house.tell({"hall", "up"});
}

void HallProgram::lookForRottenReport()
{
    const auto rotten = std::exchange(m_rotten, nullptr);
    if (rotten != nullptr && m_house.disk().names().find(reportFile()) != rotten)
        m_house.sometimes().saw("a rotten report.db was replaced");
}

// A hall that starts twice a minute would spend a twentieth of its time on the same text.
std::optional<settings::HallSettings> HallProgram::lastRead()
{
    const auto text = m_house.files().read(settingsFile());
    if (!text)
        return std::nullopt;
    if (m_lastRead && m_lastRead->first == *text)
        return m_lastRead->second;
    auto read = settings::readHallSettings(settingsFile(), m_house.files());
    if (!read)
        return std::nullopt;
    m_lastRead.emplace(*text, std::move(*read));
    return m_lastRead->second;
}

std::optional<settings::HallSettings> HallProgram::readSettings()
{
    auto read = lastRead();
    if (!read)
        return std::nullopt;
    if (m_rules == Rules::Drawn)
        varyRules(read->rules, m_house.random("rules"));
    m_house.tell({"hall", "reads", {{"name", read->name}}});
    return read;
}

std::unique_ptr<hall::Service> HallProgram::startService()
{
    const auto settings = readSettings();
    if (!settings)
        return nullptr;
    auto service = hall::Service::start(*settings, options(), [this] { onBroken(); });
    return service ? std::move(*service) : nullptr;
}

// main() sends itself a SIGTERM: what was answered until that is looked at leaves. Or it is killed before.
void HallProgram::onBroken()
{
    m_house.sometimes().saw("a commit of unknown fate");
    if (m_random.chance(kKilledAtOnce))
        return m_house.disk().crash();
    m_house.agenda().after(m_random.between(std::chrono::microseconds{10}, milliseconds{5}),
                           [this] { restart(); });
}

hall::ServiceOptions HallProgram::options()
{
    hall::ServiceOptions options{.data = m_folder.path(),
                                 .listen = settings::Address{"127.0.0.1", 80},
                                 .clock = db::JournalClock{clocks()}};
    options.files = m_house.files();
    options.foresees = m_foresees;
    options.executor = m_executor;
    options.makeEventLoop = [this](int) {
        auto loop = std::make_unique<starqueue::test::MemoryLoop>(m_agenda, [this] {
            return std::chrono::system_clock::to_time_t(std::chrono::floor<seconds>(m_house.clock().wall()));
        });
        m_loop = loop.get();
        return loop;
    };
    return options;
}

// Elapsed time begins anew with each boot of the machine; it is never more than has passed since the power
// cut.
db::MachineClocks HallProgram::clocks() const
{
    return {[this] { return std::chrono::floor<Millis>(m_house.clock().wall()); },
            [this] { return std::chrono::floor<Millis>(m_house.clock().elapsed() - m_booted); },
            "boot-" + std::to_string(m_boots)};
}

// Nothing leaves from here on; the service goes when nothing of it is on the stack any more.
void HallProgram::onDeath()
{
    m_house.tell({"hall", "down"});
    for (const auto& line : m_network.lines())
        line->hallDies(m_random.chance(0.5));
    if (!m_busy)
        m_house.agenda().after({}, [this] { bury(); });
}

void HallProgram::bury()
{
    endService();
    if (m_house.disk().lostPower()) {
        ++m_boots;
        m_booted = m_house.clock().elapsed();
    }
    m_house.disk().start();
    startSoon();
}

void HallProgram::endService()
{
    const std::size_t before = memoryInUse();
    m_busy = true;
    m_service.reset();
    m_busy = false;
    m_loop = nullptr;
    m_memory.left = memoryInUse();
    m_memory.held = before - std::min(before, m_memory.left);
}

// It may die while it is down, too.
void HallProgram::startSoon()
{
    m_house.agenda().cancel(m_start);
    m_start = m_house.agenda().after(m_random.between(milliseconds{200}, seconds{20}), [this] { open(); });
}

void HallProgram::restart()
{
    if (!isUp())
        return;
    m_house.tell({"hall", "restarts"});
    endService();
    if (m_house.disk().isDead())
        bury();
    else
        startSoon();
}

void HallProgram::reload()
{
    if (!isUp())
        return;
    if (const auto settings = readSettings())
        m_service->reload(*settings);
}

void HallProgram::restartWithRottenReport()
{
    restart();
    const auto report = m_house.disk().names().find(reportFile());
    if (m_house.disk().isDead() || report == nullptr || report->size() == 0)
        return;
    report->rot(m_random);
    m_rotten = report;
}

} // namespace starqueue::house
