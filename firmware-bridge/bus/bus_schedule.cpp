#include <firmware-bridge/bus/bus_schedule.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kAgainAfterMiss = 200ms;
constexpr std::chrono::milliseconds kFirstProbePause = 1s;
constexpr std::chrono::milliseconds kLongestProbePause = 30s;
constexpr std::chrono::milliseconds kIdle = 1s;

} // namespace

BusSchedule::BusSchedule(std::vector<std::unique_ptr<FieldDevice>> devices)
{
    for (auto& device : devices) {
        Slot slot;
        slot.device = std::move(device);
        m_slots.push_back(std::move(slot));
    }
}

void BusSchedule::lineOpened(SteadyTime now)
{
    m_outstanding = nullptr;
    for (Slot& slot : m_slots) {
        slot.contact = Contact::New;
        slot.misses = 0;
        slot.pollAt = now;
    }
}

void BusSchedule::lineLost(const QString& fault, const QString& detail)
{
    m_lineFault = fault;
    m_lineDetail = detail;
    if (m_outstanding != nullptr && m_outstandingWrite)
        m_outstanding->device->writeFailed();
    m_outstanding = nullptr;
    for (Slot& slot : m_slots) {
        slot.contact = Contact::Unplugged;
        reportHealth(slot);
    }
}

std::optional<BusRequest> BusSchedule::next(SteadyTime now)
{
    if (m_outstanding != nullptr)
        return std::nullopt;
    Slot* slot = mostUrgentWrite(now);
    m_outstandingWrite = slot != nullptr;
    if (slot == nullptr)
        slot = mostOverduePoll(now);
    if (slot == nullptr)
        slot = probe(now);
    if (slot == nullptr)
        return std::nullopt;
    m_outstanding = slot;
    const int address = slot->device->address();
    if (m_outstandingWrite) {
        const BusRequest request{address, *slot->device->wantedWrite(now)};
        slot->device->writeBegins(now);
        return request;
    }
    return BusRequest{address, slot->device->readBlock()};
}

SteadyTime BusSchedule::nextDue(SteadyTime now) const
{
    SteadyTime due = now + kIdle;
    const bool mayProbe = liveRoundDone(); // otherwise the next live poll comes first
    for (const Slot& slot : m_slots)
        if (talksTo(slot) || (slot.contact == Contact::Dead && mayProbe))
            due = std::min(due, slot.pollAt);
    return std::max(due, now);
}

void BusSchedule::answered(const QList<quint16>& values, SteadyTime now)
{
    Slot* slot = std::exchange(m_outstanding, nullptr);
    if (slot == nullptr)
        return;
    if (!m_outstandingWrite)
        return answeredRead(*slot, values, now);
    slot->misses = 0;
    slot->pollAt = std::min(slot->pollAt, now + slot->device->pollEvery());
}

void BusSchedule::failed(SteadyTime now)
{
    Slot* slot = std::exchange(m_outstanding, nullptr);
    if (slot == nullptr)
        return;
    if (m_outstandingWrite)
        slot->device->writeFailed();
    miss(*slot, now);
}

QList<FieldReport> BusSchedule::takeReports()
{
    return std::exchange(m_reports, {});
}

QList<DeviceHealth> BusSchedule::takeHealths()
{
    return std::exchange(m_healths, {});
}

FieldDevice* BusSchedule::find(const QString& id) const
{
    const auto slot =
        std::find_if(m_slots.begin(), m_slots.end(), [&id](const Slot& s) { return s.device->id() == id; });
    return slot == m_slots.end() ? nullptr : slot->device.get();
}

bool BusSchedule::talksTo(const Slot& slot)
{
    return slot.contact == Contact::Live || slot.contact == Contact::New;
}

BusSchedule::Slot* BusSchedule::mostUrgentWrite(SteadyTime now)
{
    Slot* best = nullptr;
    for (Slot& slot : m_slots) {
        if (slot.contact != Contact::Live || !slot.device->wantedWrite(now))
            continue;
        if (best == nullptr || std::pair(slot.device->writeUrgency(), slot.misses) <
                                   std::pair(best->device->writeUrgency(), best->misses))
            best = &slot;
    }
    return best;
}

BusSchedule::Slot* BusSchedule::mostOverduePoll(SteadyTime now)
{
    Slot* best = nullptr;
    for (Slot& slot : m_slots)
        if (talksTo(slot) && slot.pollAt <= now && (best == nullptr || slot.pollAt < best->pollAt))
            best = &slot;
    return best;
}

BusSchedule::Slot* BusSchedule::probe(SteadyTime now)
{
    if (!liveRoundDone())
        return nullptr;
    Slot* best = nullptr;
    for (Slot& slot : m_slots)
        if (slot.contact == Contact::Dead && slot.pollAt <= now &&
            (best == nullptr || slot.pollAt < best->pollAt))
            best = &slot;
    if (best != nullptr)
        for (Slot& slot : m_slots)
            slot.polledSinceProbe = false;
    return best;
}

bool BusSchedule::liveRoundDone() const
{
    return std::all_of(m_slots.begin(), m_slots.end(),
                       [](const Slot& slot) { return !talksTo(slot) || slot.polledSinceProbe; });
}

void BusSchedule::answeredRead(Slot& slot, const QList<quint16>& values, SteadyTime now)
{
    slot.polledSinceProbe = true;
    if (!slot.device->wasRead(values, now))
        return miss(slot, now);
    slot.misses = 0;
    slot.contact = Contact::Live;
    slot.pollAt = now + slot.device->pollEvery();
    m_reports += slot.device->takeReports();
    reportHealth(slot);
}

void BusSchedule::miss(Slot& slot, SteadyTime now)
{
    slot.polledSinceProbe = true;
    ++slot.misses;
    if (slot.contact == Contact::Dead) {
        slot.probePause = std::min(slot.probePause * 2, kLongestProbePause);
    } else if (slot.misses >= kMissesUntilOffline) {
        slot.contact = Contact::Dead;
        slot.probePause = kFirstProbePause;
    }
    slot.pollAt = now + (slot.contact == Contact::Dead ? slot.probePause
                                                       : std::min(slot.device->pollEvery(), kAgainAfterMiss));
    if (slot.contact == Contact::Dead)
        reportHealth(slot);
}

void BusSchedule::reportHealth(Slot& slot)
{
    const DeviceHealth health = healthOf(slot);
    if (slot.reported && *slot.reported == health)
        return;
    slot.reported = health;
    m_healths.push_back(health);
}

DeviceHealth BusSchedule::healthOf(const Slot& slot) const
{
    DeviceHealth health = slot.device->health();
    if (slot.contact == Contact::Dead || slot.contact == Contact::Unplugged)
        health.state = DeviceHealth::State::Offline;
    if (slot.contact == Contact::Dead)
        health.fault = u"silent"_s;
    if (slot.contact == Contact::Unplugged) {
        health.fault = m_lineFault;
        health.detail = m_lineDetail;
    }
    return health;
}

} // namespace starqueue::bridge
