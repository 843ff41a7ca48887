#pragma once

#include <house/bridge/devices.h>
#include <house/hall/hall_program.h>
#include <house/wire/hall_address.h>

#include <firmware-bridge/bridge/bridge.h>

#include <QList>
#include <QNetworkAccessManager>
#include <QPointer>

#include <optional>

namespace starqueue::house {

/// The real bridge between the devices and the hall, as a program that dies with all that it had in memory
/// and is started anew. Tells "bridge settled" (session, uid, epoch, seq, at, status) of each press that the
/// hall decided about, "bridge said" (of, what, decided) of each press and each print that was answered, and
/// "bridge sends" (request, path) each time that it sends a command to a counter.
class BridgeProgram final : public Inhabitant
{
public:
    BridgeProgram(House& house, HallProgram& hall, Devices& devices);

    void start() override;
    void end() override;
    /// What it sent still arrives, at the hall and at its devices.
    void die();

    /// That wait for the hall, its event stream included.
    [[nodiscard]] qsizetype openRequests() const;

private:
    [[nodiscard]] client::HallAddress address();
    void onAnswer(const AnsweredCommand& command);
    void onRating(const AnsweredCommand& command);
    void tellSaid(const std::string& of, const std::string& what, const AnsweredCommand& command);
    void tellKey(const QString& path, const QByteArray& body);
    void sawDeath();

    House& m_house;
    HallProgram& m_hall;
    Devices& m_devices;
    Random m_random;
    QList<QPointer<QNetworkAccessManager>> m_networks;
    std::optional<bridge::Bridge> m_bridge;
    Agenda::Entry m_start; ///< of the next life
};

} // namespace starqueue::house
