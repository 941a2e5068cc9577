# torch.distributions.mixture_same_family (torch.distributions): mixtures, and relaxed forms of discrete distributions.
import torch
from torch.distributions import constraints
from torch.distributions.discrete import Bernoulli, Categorical, OneHotCategorical
from torch.distributions.distribution import Distribution


class MixtureSameFamily(Distribution):
    """One of several distributions of one family, chosen by a Categorical."""

    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        if not isinstance(mixture_distribution, Categorical):
            raise ValueError(
                " The Mixture distribution needs to be an  instance of torch.distributions.Categorical"
            )
        if not isinstance(component_distribution, Distribution):
            raise ValueError(
                "The Component distribution need to be an instance of torch.distributions.Distribution"
            )
        if mixture_distribution.logits.shape[-1] != component_distribution.batch_shape[-1]:
            raise ValueError(
                f"`mixture_distribution component` ({mixture_distribution.logits.shape[-1]}) does not equal "
                f"`component_distribution.batch_shape[-1]` ({component_distribution.batch_shape[-1]})"
            )
        self.mixture_distribution = mixture_distribution
        self.component_distribution = component_distribution
        super().__init__(component_distribution.batch_shape[:-1], component_distribution.event_shape, validate_args)

    def _spread(self, weights):
        return weights.reshape(weights.shape + (1,) * len(self._event_shape))

    @property
    def mean(self):
        probs = self._spread(self.mixture_distribution.probs)
        return (probs * self.component_distribution.mean).sum(-1 - len(self._event_shape))

    @property
    def variance(self):
        dim = -1 - len(self._event_shape)
        probs = self._spread(self.mixture_distribution.probs)
        within = (probs * self.component_distribution.variance).sum(dim)
        away = self.component_distribution.mean - self.mean.unsqueeze(dim)
        return within + (probs * away.pow(2)).sum(dim)

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            chosen = self.mixture_distribution.sample(sample_shape)
            samples = self.component_distribution.sample(sample_shape)
            dim = len(chosen.shape)
            index = chosen.reshape(chosen.shape + (1,) * (1 + len(self._event_shape)))
            index = index.expand(chosen.shape + (1,) + tuple(self._event_shape))
            return samples.gather(dim, index).squeeze(dim)

    def log_prob(self, value):
        value = value.unsqueeze(-1 - len(self._event_shape))
        inner = self.component_distribution.log_prob(value)
        return torch.logsumexp(inner + torch.log_softmax(self.mixture_distribution.logits, dim=-1), dim=-1)

    def __repr__(self):
        return f"MixtureSameFamily(\n  {self.mixture_distribution},\n  {self.component_distribution})"


class RelaxedOneHotCategorical(Distribution):
    """Softened one-hot vectors (the Gumbel-softmax), through which gradients flow."""

    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}
    support = constraints.simplex
    has_rsample = True

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self._categorical = Categorical(probs, logits)
        self.temperature = temperature
        super().__init__(self._categorical.batch_shape, self._categorical.param_shape[-1:], validate_args)

    @property
    def probs(self):
        return self._categorical.probs

    @property
    def logits(self):
        return self._categorical.logits

    def rsample(self, sample_shape=torch.Size()):
        logits = self.logits
        uniforms = _inside(torch.rand(self._extended_shape(sample_shape), dtype=logits.dtype))
        scores = (logits - (-uniforms.log()).log()) / self.temperature
        return (scores - scores.logsumexp(dim=-1, keepdim=True)).exp()

    def log_prob(self, value):
        self._validate_sample(value)
        k = self._event_shape[0]
        logits, logs = torch.broadcast_tensors(self.logits, value.log())
        t = torch.as_tensor(self.temperature, dtype=logits.dtype)
        front = torch.full_like(t, float(k)).lgamma() - t.log().mul(-(k - 1))
        score = logits - logs * t
        score = (score - score.logsumexp(dim=-1, keepdim=True)).sum(-1)
        return score + front - logs.sum(-1)

    def __repr__(self):
        return "RelaxedOneHotCategorical()"


class RelaxedBernoulli(Distribution):
    """Softened coin tosses, through which gradients flow."""

    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    support = constraints.unit_interval
    has_rsample = True

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self._bernoulli = Bernoulli(probs, logits)
        self.temperature = temperature
        super().__init__(self._bernoulli.batch_shape, validate_args=validate_args)

    @property
    def probs(self):
        return self._bernoulli.probs

    @property
    def logits(self):
        return self._bernoulli.logits

    def rsample(self, sample_shape=torch.Size()):
        probs = _inside(self.probs.expand(self._extended_shape(sample_shape)))
        uniforms = _inside(torch.rand(probs.shape, dtype=probs.dtype))
        odds = uniforms.log() - (-uniforms).log1p() + probs.log() - (-probs).log1p()
        return torch.sigmoid(odds / self.temperature)

    def log_prob(self, value):
        self._validate_sample(value)
        logit = value.log() - (-value).log1p()
        diff = self.logits - logit * self.temperature
        inner = torch.as_tensor(self.temperature).log() + diff - 2 * diff.exp().log1p()
        return inner + torch.nn.functional.softplus(-logit) + torch.nn.functional.softplus(logit)

    def __repr__(self):
        return "RelaxedBernoulli()"


class OneHotCategoricalStraightThrough(OneHotCategorical):
    """One-hot samples whose gradient is that of the probabilities."""

    has_rsample = True

    def rsample(self, sample_shape=torch.Size()):
        drawn = self.sample(sample_shape)
        return drawn + (self.probs - self.probs.detach())


def _inside(probs):
    """Probabilities kept a little away from 0 and 1."""
    eps = torch.finfo(probs.dtype).eps
    return probs.clamp(min=eps, max=1 - eps)
