#pragma once

#include <house/faces/face.h>

#include <kiosk/kiosk_model.h>

#include <memory>

namespace starqueue::house {

/// A kiosk, and the customers who come to it one after the other: they type who they are, touch a service,
/// touch again because nothing seems to happen, try again, walk away. Tells "NAME touches" for each touch
/// that asks for a number, "NAME shows" for each number and what becomes of its paper, "NAME refuses" when it
/// says that there is none, "NAME is told" who somebody is, and "NAME stood alone" when it is touched again
/// after a while.
class KioskFace final : public Face
{
public:
    /// Customers come every `pause`, more or less, to kiosk `id` of the hall.
    KioskFace(House& house, HallProgram& hall, const std::string& id, std::chrono::nanoseconds pause);

    void start() override;
    [[nodiscard]] const std::string& id() const { return m_id; }
    [[nodiscard]] bool hasHall() override { return m_model->state() == kiosk::KioskModel::Service::Ready; }
    [[nodiscard]] std::chrono::seconds noticesLossWithin() const override { return std::chrono::seconds{30}; }

private:
    struct Customer
    {
        int touches = 0;
        bool identifies = false;
        Agenda::Elapsed leaves{};
    };

    void open() override;
    void close() override;
    void look();
    void lookForRefusal() const;
    void noteTouch();
    void expectCustomer();
    void act();
    void actAt(kiosk::Visit& visit);
    void identify(kiosk::Visit& visit);
    void touchService();
    void touch(const QString& service);
    void waitFor(kiosk::Visit& visit);
    void readNotice(kiosk::Visit& visit);
    [[nodiscard]] QString anyOpenService();

    std::string m_id;
    std::chrono::nanoseconds m_pause;
    std::unique_ptr<kiosk::KioskModel> m_model;
    Customer m_customer;
    Agenda::Elapsed m_touched{}; ///< last
    std::string m_shown;         ///< number and print that were told last
};

} // namespace starqueue::house
