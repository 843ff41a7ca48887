#include <hall/api/users/new_user_id.h>

#include <db/crypto/hashing.h>

#include <span>

namespace starqueue::hall {

std::string newUserIdBegin(const db::RequestKey& key)
{
    const std::string request(key.request.begin(), key.request.end());
    const db::Hash128 hash = db::hash128Of(key.token + ' ' + request);
    return db::hexOf(std::span{hash}.first<8>());
}

std::string newUserId(const db::RequestKey& key)
{
    return newUserIdBegin(key) + db::hexOf(key.body.said);
}

} // namespace starqueue::hall
