// SHA-512, only for random.seed(str).
#include "machine/modules/mersenne.h"

#include <cmath>
#include <string>

namespace il::machine {

namespace {

using Words = std::array<std::uint64_t, 80>;

constexpr std::uint64_t rotate(std::uint64_t x, int n)
{
    return x >> n | x << (64 - n);
}

/// floor(2^64 * frac(n^(1/root))) for root 2 or 3, by bisection in integers: the standard defines its
/// constants so.
std::uint64_t rootFraction(std::uint64_t n, int root)
{
    __extension__ using Wide = unsigned __int128;
    std::uint64_t whole = 1;
    while ((root == 2 ? (whole + 1) * (whole + 1) : (whole + 1) * (whole + 1) * (whole + 1)) <= n)
        ++whole;
    // x = whole + f / 2^64; compare x^root with n using 64-bit limbs.
    const auto atMost = [&](std::uint64_t f) {
        std::array<std::uint64_t, 2> x{f, whole};
        std::array<std::uint64_t, 6> power{x[0], x[1], 0, 0, 0, 0};
        for (int k = 1; k < root; ++k) {
            std::array<std::uint64_t, 6> product{};
            for (std::size_t i = 0; i < 4; ++i) {
                std::uint64_t carry = 0;
                for (std::size_t j = 0; j < 2; ++j) {
                    const Wide sum = static_cast<Wide>(power[i]) * x[j] + product[i + j] + carry;
                    product[i + j] = static_cast<std::uint64_t>(sum);
                    carry = static_cast<std::uint64_t>(sum >> 64);
                }
                product[i + 2] += carry;
            }
            power = product;
        }
        return power[static_cast<std::size_t>(root)] < n; // the integer part; equality can't occur for primes
    };
    std::uint64_t fraction = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 63; bit != 0; bit >>= 1)
        if (atMost(fraction | bit))
            fraction |= bit;
    return fraction;
}

struct Constants {
    std::array<std::uint64_t, 8> initial{};
    Words round{};
    Constants()
    {
        std::size_t count = 0;
        for (std::uint64_t n = 2; count < 80; ++n) {
            bool prime = true;
            for (std::uint64_t d = 2; d * d <= n; ++d)
                prime = prime && n % d != 0;
            if (!prime)
                continue;
            if (count < 8)
                initial[count] = rootFraction(n, 2);
            round[count++] = rootFraction(n, 3);
        }
    }
};

void addBlock(std::array<std::uint64_t, 8>& hash, const Words& k, std::string_view block)
{
    Words w{};
    for (std::size_t i = 0; i < 128; ++i)
        w[i / 8] = w[i / 8] << 8 | static_cast<unsigned char>(block[i]);
    for (std::size_t i = 16; i < 80; ++i) {
        const std::uint64_t s0 = rotate(w[i - 15], 1) ^ rotate(w[i - 15], 8) ^ (w[i - 15] >> 7);
        const std::uint64_t s1 = rotate(w[i - 2], 19) ^ rotate(w[i - 2], 61) ^ (w[i - 2] >> 6);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = hash;
    for (std::size_t i = 0; i < 80; ++i) {
        const std::uint64_t s1 = rotate(e, 14) ^ rotate(e, 18) ^ rotate(e, 41);
        const std::uint64_t t1 = h + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
        const std::uint64_t s0 = rotate(a, 28) ^ rotate(a, 34) ^ rotate(a, 39);
        const std::uint64_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    const std::array<std::uint64_t, 8> sums{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i)
        hash[i] += sums[i];
}

} // namespace

std::array<std::uint8_t, 64> sha512(std::string_view data)
{
    static const Constants constants;
    std::string padded(data);
    padded += '\x80';
    while (padded.size() % 128 != 120)
        padded += '\0'; // the length fits into the last 8 of its 16 bytes
    for (int shift = 56; shift >= 0; shift -= 8)
        padded += static_cast<char>((static_cast<std::uint64_t>(data.size()) * 8) >> shift & 0xFF);
    std::array<std::uint64_t, 8> hash = constants.initial;
    for (std::size_t at = 0; at < padded.size(); at += 128)
        addBlock(hash, constants.round, std::string_view(padded).substr(at, 128));
    std::array<std::uint8_t, 64> result{};
    for (std::size_t i = 0; i < 64; ++i)
        result[i] = static_cast<std::uint8_t>(hash[i / 8] >> (56 - 8 * (i % 8)));
    return result;
}

} // namespace il::machine
