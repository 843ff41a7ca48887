#pragma once

#include <house/faces/face.h>
#include <house/run/checker.h>

namespace starqueue::house {

/// A face whose cable is pulled says in time that it has no hall, and shows no number as if it were true.
class LostFaceSaysSo final : public Checker
{
public:
    LostFaceSaysSo(House& house, Face& face)
        : Checker(face.name() + " says that it lost the hall"), m_house(house), m_face(face)
    {
        house.sometimes().expect(face.name() + " said that it lost the hall");
    }
    void onFact(const Fact& fact) override;

private:
    void wait();
    void look();

    House& m_house;
    Face& m_face;
    Agenda::Entry m_look;
    std::chrono::seconds m_left{0}; ///< until the look
};

/// At the end of a calm each face is up and has the hall.
class CalmGivesTheHallBack final : public Checker
{
public:
    explicit CalmGivesTheHallBack(Face& face)
        : Checker("a calm gives " + face.name() + " the hall back"), m_face(face)
    {}
    void onCalmEnds() override
    {
        if (!m_face.isUp() || !m_face.hasHall())
            found(m_face.isUp() ? "it says that it has no hall" : "it is down");
    }

private:
    Face& m_face;
};

} // namespace starqueue::house
