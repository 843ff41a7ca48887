#pragma once

#include <house/faces/face.h>
#include <house/run/fault.h>

#include <utility>
#include <vector>

namespace starqueue::house {

using Faces = std::vector<Face*>;

/// A face dies and starts anew; what it sent still arrives.
class FaceDies final : public Fault
{
public:
    FaceDies(House& house, Faces faces)
        : Fault("face-dies", std::chrono::seconds{100}), m_faces(std::move(faces)),
          m_random(house.random("face dies"))
    {}

private:
    void strike() override { m_faces[m_random.below(m_faces.size())]->die(); }

    Faces m_faces;
    Random m_random;
};

/// The cable of one face is pulled for up to two minutes: nothing arrives, and nobody is told.
class FaceIsCutOff final : public Fault
{
public:
    FaceIsCutOff(House& house, HallProgram& hall, Faces faces)
        : Fault("face-cut", std::chrono::minutes{3}), m_house(house), m_network(hall.network()),
          m_faces(std::move(faces)), m_random(house.random("face is cut off"))
    {}

private:
    void strike() override
    {
        heal();
        m_face = m_faces[m_random.below(m_faces.size())];
        m_network.pullCable(m_face->networkAddress());
        m_house.tell({m_face->name(), "is cut off"});
        m_end = m_house.agenda().after(m_random.between(std::chrono::seconds{1}, std::chrono::seconds{120}),
                                       [this] { heal(); });
    }
    void heal() override
    {
        m_house.agenda().cancel(m_end);
        if (const Face* const face = std::exchange(m_face, nullptr)) {
            m_network.plugCable(face->networkAddress());
            m_house.tell({face->name(), "is plugged in"});
        }
    }

    House& m_house;
    Network& m_network;
    Faces m_faces;
    Random m_random;
    Face* m_face = nullptr; ///< whose cable is pulled
    Agenda::Entry m_end;
};

/// The bytes of one face take up to 15 s, those of all others don't.
class FaceIsSlow final : public Fault
{
public:
    FaceIsSlow(House& house, HallProgram& hall, Faces faces)
        : Fault("face-slow", std::chrono::minutes{3}), m_network(hall.network()), m_faces(std::move(faces)),
          m_random(house.random("face is slow"))
    {}

private:
    void strike() override
    {
        const Face& face = *m_faces[m_random.below(m_faces.size())];
        m_network.setState(face.networkAddress(),
                           {m_random.between(std::chrono::milliseconds{50}, std::chrono::seconds{15}), 0.5});
    }
    void heal() override
    {
        for (const Face* const face : m_faces)
            m_network.setState(face->networkAddress(), NetworkState{});
    }

    Network& m_network;
    Faces m_faces;
    Random m_random;
};

} // namespace starqueue::house
