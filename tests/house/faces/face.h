#pragma once

#include <house/hall/hall_program.h>
#include <house/run/house.h>

#include <client/hall_client.h>

#include <QByteArray>
#include <QUrl>

#include <string>
#include <string_view>

namespace starqueue::house {

/// A program with a face's model on the real client. When it dies what it sent still arrives, and it starts
/// anew some seconds later. Tells "NAME up" and "NAME dies", "NAME sends" (request, path, who, if a
/// customer said so) each time that it sends a command,
/// and what addressOf() tells.
class Face : public Inhabitant
{
public:
    /// `token` is the hall's name of the token that it has; no other program has it.
    Face(House& house, HallProgram& hall, std::string name, std::string token);

    void start() override;
    void end() override;
    void die();

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::string networkAddress() const;
    [[nodiscard]] bool isUp() const { return m_isUp; }
    /// Whether it says to people that it has the hall. Only while it is up.
    [[nodiscard]] virtual bool hasHall() = 0;
    /// When it says at the latest that it has lost the hall, though its cable was pulled and nobody told it.
    [[nodiscard]] virtual std::chrono::seconds noticesLossWithin() const = 0;

protected:
    [[nodiscard]] client::HallAddress hallAddress();
    void tell(std::string_view what, Fact::Details details = {}) const
    {
        m_house.tell({m_name, what, std::move(details)});
    }

    House& m_house;
    Random m_random;

private:
    /// Makes the model and starts it.
    virtual void open() = 0;
    /// Destroys the model.
    virtual void close() = 0;
    void begin();
    void tellCommand(const QUrl& url, const QByteArray& body) const;

    HallProgram& m_hall;
    std::string m_name;
    std::string m_token;
    bool m_isUp = false;
    Agenda::Entry m_begin; ///< of the next life
};

} // namespace starqueue::house
