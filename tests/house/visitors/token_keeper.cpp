#include <house/visitors/token_keeper.h>

#include <db/tokens/tokens.h>

namespace starqueue::house {

using std::chrono::seconds;

TokenKeeper::TokenKeeper(House& house, HallProgram& hall)
    : m_house(house), m_hall(hall), m_asker(house, hall, "guest"), m_random(house.random("token keeper"))
{
    for (const char* what : {"a new token was taken", "a revoked token was refused"})
        m_house.sometimes().expect(what);
}

void TokenKeeper::makeLater()
{
    m_house.agenda().after(m_random.between(seconds{60}, seconds{300}), [this] { make(); });
}

void TokenKeeper::make()
{
    if (!m_hall.isUp())
        return makeLater();
    const auto store = db::TokenStore::open(m_hall.database().parent_path(), m_house.files());
    const auto made =
        store ? (*store)->create(db::Role::Display, "", "guest", Instant{}) : tl::unexpected(store.error());
    if (!made)
        return makeLater();
    use(made->token.id, made->secret, static_cast<int>(m_random.between(1, 4)));
}

void TokenKeeper::use(const std::string& id, const std::string& secret, int rounds)
{
    tryIt(secret, 200);
    m_house.agenda().after(m_random.between(seconds{2}, seconds{20}), [this, id, secret, rounds] {
        if (rounds > 1)
            use(id, secret, rounds - 1);
        else
            revoke(id, secret);
    });
}

void TokenKeeper::revoke(const std::string& id, const std::string& secret)
{
    m_revoked.insert(secret); // whatever comes of it: what is under way may be refused from now on
    const bool isUp = m_hall.isUp();
    const auto store = db::TokenStore::open(m_hall.database().parent_path(), m_house.files());
    if (!isUp || !store || !(*store)->revoke(id) || m_house.disk().isDead()) {
        m_house.agenda().after(seconds{5}, [this, id, secret] { revoke(id, secret); });
        return;
    }
    for (const int delay : {0, 3, 30})
        m_house.agenda().after(seconds{delay}, [this, secret] { tryIt(secret, 401); });
    makeLater();
}

void TokenKeeper::tryIt(const std::string& secret, int wanted)
{
    m_asker.get("/hall", secret, [this, secret, wanted](const HallReply& answer) {
        const bool isDecided = answer.status == 200 || answer.status == 401;
        if (!isDecided || (wanted == 200 && m_revoked.contains(secret)))
            return;
        if (answer.status == wanted)
            m_house.sometimes().saw(wanted == 200 ? "a new token was taken" : "a revoked token was refused");
        m_house.tell({"guest", "tried", {{"wanted", wanted}, {"status", answer.status}}});
    });
}

} // namespace starqueue::house
