#pragma once

#include <firmware-bridge/field_devices/field_device.h>

#include <memory>
#include <vector>

namespace starqueue::bridge {

/// One thing to do on the bus: a read of the device's block, or a write.
struct BusRequest
{
    int address = 0;
    std::variant<RegisterBlock, RegisterWrite> what;
};

/// Schedules the requests on one bus by priority.
///
/// At most one request is outstanding. First the display of a call, then commands and acknowledgements to
/// panels, then polls (the longest overdue first), then devices that are off line. A time-out is retried
/// soon; after three in a row a device is off line and is probed with exponential backoff (1, 2, 4 … 30 s),
/// at most one between two rounds of the live ones, since each costs a whole time-out. Retries are this
/// class's, not the Modbus client's. Pure: time is passed in.
class BusSchedule
{
public:
    explicit BusSchedule(std::vector<std::unique_ptr<FieldDevice>> devices);

    /// The port is open: every device is polled anew.
    void lineOpened(SteadyTime now);
    /// The port is lost, or can't be opened: nothing is outstanding any more, every device is off line with
    /// that fault.
    void lineLost(const QString& fault, const QString& detail = {});

    /// The next request, which is outstanding from now on; none when there is one already or nothing is due.
    [[nodiscard]] std::optional<BusRequest> next(SteadyTime now);
    /// When next() should be asked again, if nothing else happens.
    [[nodiscard]] SteadyTime nextDue(SteadyTime now) const;

    /// Exactly one of these ends the outstanding request. `values` is empty for a write.
    void answered(const QList<quint16>& values, SteadyTime now);
    void failed(SteadyTime now);

    [[nodiscard]] QList<FieldReport> takeReports();
    /// The health of each device whose state or counts changed since the last call.
    [[nodiscard]] QList<DeviceHealth> takeHealths();

    [[nodiscard]] FieldDevice* find(const QString& id) const;

    static constexpr int kMissesUntilOffline = 3;

private:
    enum class Contact { New, Live, Dead, Unplugged };
    struct Slot
    {
        std::unique_ptr<FieldDevice> device;
        Contact contact = Contact::Unplugged;
        SteadyTime pollAt{};
        std::chrono::milliseconds probePause{};
        int misses = 0;
        bool polledSinceProbe = false;
        std::optional<DeviceHealth> reported;
    };

    [[nodiscard]] static bool talksTo(const Slot& slot);
    [[nodiscard]] Slot* mostUrgentWrite(SteadyTime now);
    [[nodiscard]] Slot* mostOverduePoll(SteadyTime now);
    [[nodiscard]] Slot* probe(SteadyTime now);
    [[nodiscard]] bool liveRoundDone() const;
    void answeredRead(Slot& slot, const QList<quint16>& values, SteadyTime now);
    void miss(Slot& slot, SteadyTime now);
    void reportHealth(Slot& slot);
    [[nodiscard]] DeviceHealth healthOf(const Slot& slot) const;

    std::vector<Slot> m_slots;
    Slot* m_outstanding = nullptr;
    bool m_outstandingWrite = false;
    QString m_lineFault{}; ///< while the port is lost
    QString m_lineDetail{};
    QList<FieldReport> m_reports;
    QList<DeviceHealth> m_healths;
};

} // namespace starqueue::bridge
