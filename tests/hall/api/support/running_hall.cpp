#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <support/phone_pages.h>

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

namespace starqueue::hall::test {

namespace {

/// As the program reads them, from the hall's folder.
settings::HallSettings readIn(const std::filesystem::path& folder, const std::string& text)
{
    std::ofstream(folder / "hall.toml") << starqueue::test::withPhonePages(text);
    auto settings = settings::readServiceSettings(folder / "hall.toml");
    if (!settings)
        throw std::runtime_error(formats::errorMessage(settings.error()));
    return *settings;
}

} // namespace

db::JournalClock TestClock::journalClock() const
{
    return db::JournalClock{{[this] { return Instant{Millis{m_millis.load() + m_ahead.load()}}; },
                             [this] { return Millis{m_millis.load()}; }, "one-boot"}};
}

db::JournalClock mondaysClock()
{
    const auto passed = [start = std::chrono::steady_clock::now()] {
        return std::chrono::floor<Millis>(std::chrono::steady_clock::now() - start);
    };
    return db::JournalClock{{[passed] { return kMonday + passed(); },
                             [passed] { return kMonday.time_since_epoch() + passed(); }, "one-boot"}};
}

namespace {

/// Tests mark a no-show right after the call: the default hall's seconds are none here.
std::string withoutNoShowWait(std::string settings)
{
    constexpr std::string_view kDefault = "earliest_seconds = 20 ";
    if (const std::size_t at = settings.find(kDefault); at != std::string::npos)
        settings.replace(at, kDefault.size(), "earliest_seconds = 0 ");
    return settings;
}

} // namespace

RunningHall::RunningHall(const std::string& settings, db::JournalClock clock)
    : m_settings(withoutNoShowWait(settings.empty() ? std::string(settings::defaultHall()) : settings)),
      m_clock(std::move(clock))
{
    start();
}

RunningHall::~RunningHall() = default;

void RunningHall::start()
{
    ServiceOptions options{.data = m_folder.path(),
                           .pages = STARQUEUE_MANAGER,
                           .listen = settings::Address{"127.0.0.1", 0},
                           .clock = m_clock,
                           .foresees = false,
                           .passwordCost = db::kLeastCost};
    auto service = Service::start(readIn(m_folder.path(), m_settings), options,
                                  [] { ADD_FAILURE() << "journal broken"; });
    if (!service)
        throw std::runtime_error(service.error());
    m_service = std::move(*service);
    const std::string url = m_service->url();
    m_port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

void RunningHall::stop()
{
    m_faces.clear();
    m_service.reset();
}

void RunningHall::reload(const std::string& settings)
{
    m_settings = withoutNoShowWait(settings);
    m_service->reload(readIn(m_folder.path(), m_settings));
}

Face& RunningHall::as(const std::string& name)
{
    return m_faces.try_emplace(name, newFace(name)).first->second;
}

std::int64_t RunningHall::elapsed(Millis age)
{
    return as("bridge").get("/hall").body.at("elapsed").get<std::int64_t>() - age.count();
}

json RunningHall::issue(const std::string& service, json more)
{
    more["service"] = service;
    const Said said = as("usher").post("/tickets", std::move(more));
    EXPECT_EQ(said.status, 201) << said.raw.body;
    return said.body;
}

json RunningHall::issueAtKiosk(const std::string& service, json more)
{
    more["service"] = service;
    const Said said = as("kiosk-1").post("/tickets", std::move(more));
    EXPECT_EQ(said.status, 201) << said.raw.body;
    return said.body;
}

json RunningHall::report(const std::string& name)
{
    const Said said = as("manager").get("/reports/" + name);
    EXPECT_EQ(said.status, 200) << said.raw.body;
    return said.body;
}

void RunningHall::open(int counter)
{
    const std::string id = std::to_string(counter);
    const Said said = as("counter-" + id).post("/counters/" + id + "/open", {{"clerk", "clerk-" + id}});
    EXPECT_EQ(said.status, 200) << said.raw.body;
}

std::uint64_t RunningHall::seq()
{
    return as("admin").get("/board").body.at("seq").get<std::uint64_t>();
}

} // namespace starqueue::hall::test
