-- For wrk: prints what came of a load as numbers.
--
-- Where the environment names a file of REQUESTS, sends those, each as it stands there, separated by the
-- byte 0x1e; after the last comes the first again. Else wrk's own request costs no Lua.

local file = os.getenv("REQUESTS")
if file then
  local requests, at = {}, 0
  local opened = assert(io.open(file, "rb"))
  for each in opened:read("*a"):gmatch("[^\30]+") do
    requests[#requests + 1] = each
  end
  opened:close()

  function request()
    at = at % #requests + 1
    return requests[at]
  end
end

function done(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("numbers %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(99.0), errors.status, broken))
end
