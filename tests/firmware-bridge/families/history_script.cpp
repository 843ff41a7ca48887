#include <firmware-bridge/families/history_script.h>

#include <algorithm>
#include <cmath>

namespace starqueue::bridge {

using namespace std::chrono_literals;
using simulators::FamilySettings;
using simulators::Hand;
using What = Happening::What;

namespace {

/// Writes one script: draws everything from one source of chance.
class ScriptWriter
{
public:
    ScriptWriter(const Contestant& contestant, std::uint64_t seed) : m_random(seed)
    {
        m_script.seed = seed;
        m_script.settings = simulators::familySettings(contestant.family);
    }

    HistoryScript write()
    {
        switchSettings();
        const int customers = number(2, 5);
        std::vector<SteadyTime> issued;
        for (int i = 0; i < customers; ++i)
            issued.push_back(customer(i));
        for (int faults = number(1, 4); faults > 0; --faults)
            fault(chance(60) ? issued[static_cast<std::size_t>(number(0, customers - 1))] + ms(100, 1500)
                             : ms(500, 150'000));
        std::stable_sort(m_script.happenings.begin(), m_script.happenings.end(),
                         [](const Happening& a, const Happening& b) { return a.at < b.at; });
        m_script.calm = std::max<SteadyTime>(m_script.happenings.back().at, 150s) + 1s;
        return m_script;
    }

private:
    int number(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    SteadyTime ms(int low, int high) { return SteadyTime(number(low, high)); }
    /// Short ones as often as long ones.
    SteadyTime howLong(double low, double high)
    {
        return SteadyTime(std::lround(low * std::pow(high / low, number(0, 1000) / 1000.0)));
    }
    void happen(SteadyTime at, What what, int which = 0)
    {
        m_script.happenings.push_back({at, what, {}, which});
    }
    void hand(SteadyTime at, Hand act) { m_script.happenings.push_back({at, What::Hand, act, 0}); }

    void switchSettings();
    void switchFlow();
    void switchLater();
    SteadyTime customer(int which);
    void fault(SteadyTime at);
    void printerFault(SteadyTime at, SteadyTime until);
    void lineFault(SteadyTime at, SteadyTime until);

    std::mt19937_64 m_random;
    HistoryScript m_script;
};

// What one of a family has as shipped and another by its switches.
void ScriptWriter::switchSettings()
{
    FamilySettings& it = m_script.settings;
    m_script.baud = chance(30) ? 9600 : 19200;
    m_script.takesAfter = ms(500, 9000);
    m_script.noiseEvery = static_cast<int>(howLong(20, 500).count());
    m_script.forgets = chance(30) ? number(2, 4) : 0;
    it.feedAfterRefill = it.enquiry == FamilySettings::Enquiry::ResumeAndClear && chance(25);
    it.powerNotice |= chance(30);
    it.automaticAtStart = it.automatic && chance(25) ? 2 : 0;
    it.sensorLiesWhenOpen = chance(30);
    it.sensorReportWhenOut = it.layout == FamilySettings::Layout::Epson && chance(30);
    it.boots = ms(300, 3000);
    it.line = ms(15, 60);
    if (chance(10) && it.presenter == FamilySettings::Presenter::None)
        it.proofDelay = howLong(500, 60'000);
    if (it.presenter == FamilySettings::Presenter::Custom && chance(50))
        it.onWaiting = FamilySettings::OnWaitingTicket::Pushes;
    switchFlow();
    switchLater();
    it.retractTimerAllowed = it.presenter == FamilySettings::Presenter::Citizen && chance(30);
}

void ScriptWriter::switchFlow()
{
    FamilySettings& it = m_script.settings;
    if (!it.answers || !chance(30))
        return;
    it.flow = chance(60) ? FamilySettings::Flow::Dtr : FamilySettings::Flow::XonXoff;
    it.busyWhenOffline = chance(50);
    if (it.flow == FamilySettings::Flow::Dtr && chance(30))
        it.buffer = 45;
}

// By dice of their own, so that all other histories stay as they were.
void ScriptWriter::switchLater()
{
    std::mt19937_64 dice(m_script.seed * 31 + 7);
    FamilySettings& it = m_script.settings;
    if (it.answers && it.questions.size() > 1 && dice() % 10 == 0) {
        m_script.trustsWrites = true;
        it.questions.remove(static_cast<qsizetype>(dice() % static_cast<unsigned>(it.questions.size())), 1);
    }
    if (dice() % 10 == 0) {
        m_script.damageEvery = static_cast<int>(50 + dice() % 1000);
        m_script.damageFrom = SteadyTime(3000 + static_cast<int>(dice() % 100'000));
    }
}

SteadyTime ScriptWriter::customer(int which)
{
    const SteadyTime at = ms(3000, 140'000);
    happen(at, What::Issue, which);
    if (chance(30))
        happen(at + howLong(2000, 150'000), What::Leave, which);
    return at;
}

void ScriptWriter::fault(SteadyTime at)
{
    const SteadyTime until = at + howLong(150, chance(10) ? 400'000 : 60'000);
    if (chance(60))
        printerFault(at, until);
    else
        lineFault(at, until);
}

void ScriptWriter::printerFault(SteadyTime at, SteadyTime until)
{
    switch (number(0, 7)) {
    case 0:
        happen(at, What::PaperEnds, number(0, 12));
        hand(until + 10s, Hand::OpenCover);
        hand(until + 12s, Hand::Refill);
        return hand(until + 14s, Hand::CloseCover);
    case 1:
        hand(at, Hand::TakePaperOut);
        return hand(until, Hand::Refill);
    case 2:
        hand(at, Hand::OpenCover);
        return hand(until, Hand::CloseCover);
    case 3:
        hand(at, Hand::JamCutter);
        return hand(until, Hand::FreeCutter);
    case 4:
        hand(at, Hand::JamPaper);
        return hand(until, Hand::FreePaper);
    case 5:
        return hand(at, chance(70) ? Hand::PressFeed : Hand::HeatHead);
    case 6:
        return hand(at, Hand::PaperLow);
    default:
        hand(at, Hand::PowerOff);
        return hand(until, Hand::PowerOn);
    }
}

void ScriptWriter::lineFault(SteadyTime at, SteadyTime until)
{
    switch (number(0, 5)) {
    case 0:
        happen(at, What::CablePull);
        return happen(until, What::CablePlug);
    case 1:
        happen(at, What::AdapterPull);
        return happen(until, What::AdapterPlug);
    case 2:
        happen(at, What::BridgeCrash);
        return happen(std::min(until, at + 20s), What::BridgeStart);
    case 3:
        happen(at, What::HallCrash);
        return happen(std::min(until, at + 30s), What::HallStart);
    default:
        happen(at, What::Noise, number(0, 3));
        return happen(until, What::Quiet);
    }
}

} // namespace

HistoryScript writeScript(const Contestant& contestant, std::uint64_t seed)
{
    return ScriptWriter(contestant, seed).write();
}

} // namespace starqueue::bridge
